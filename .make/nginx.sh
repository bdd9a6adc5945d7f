#!/usr/bin/env bash
# Writes the nginx configuration of one portal to standard output. Needs HOST, PORT and DATA (absolute) in the environment.
# The installed service's is docs/deploy's; both keep to the same rules: static files by hashed names, everything else to the
# program, its own answers as pages with the same headers.
set -euo pipefail
top=$(cd "$(dirname "$0")/.." && pwd)
host=$HOST
[[ $host == *:* && $host != \[* ]] && host="[$host]"
user=
[ "$(id -u)" != 0 ] || user="user root;"

headers() { # the headers of every answer; the program sends the same (step_headers in src/web/dispatch.c)
	cat <<-'CONF'
		add_header Content-Security-Policy "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'" always;
		add_header X-Content-Type-Options nosniff always;
		add_header X-Frame-Options DENY always;
		add_header Referrer-Policy same-origin always;
		add_header Cross-Origin-Opener-Policy same-origin always;
		add_header Permissions-Policy "camera=(), microphone=(), geolocation=()" always;
	CONF
}

program() { # hands the request on to the program
	cat <<-CONF
		limit_req zone=posts burst=40 nodelay;
		fastcgi_pass unix:$DATA/kyodo.sock;
		fastcgi_keep_conn off;
		fastcgi_connect_timeout 5s;
		fastcgi_read_timeout 60s;
		fastcgi_send_timeout 30s;
		fastcgi_buffer_size 16k;
		fastcgi_buffers 32 16k;
		fastcgi_param REQUEST_METHOD \$request_method;
		fastcgi_param REQUEST_URI \$request_uri;
		fastcgi_param CONTENT_TYPE \$content_type;
		fastcgi_param CONTENT_LENGTH \$content_length;
		fastcgi_param REMOTE_ADDR \$remote_addr;
		fastcgi_param HTTPS \$https if_not_empty;
		fastcgi_param SERVER_PROTOCOL \$server_protocol;
		fastcgi_param HTTP_PROXY "";
	CONF
}

cat <<CONF
$user
worker_processes 2;
daemon off;
pid $DATA/nginx.pid;
error_log $DATA/log/nginx.log warn;
events { worker_connections 1024; }
http {
	access_log off;
	server_tokens off;
	client_body_temp_path $DATA/nginx/body;
	fastcgi_temp_path $DATA/nginx/fastcgi;
	proxy_temp_path $DATA/nginx/proxy;
	uwsgi_temp_path $DATA/nginx/uwsgi;
	scgi_temp_path $DATA/nginx/scgi;
	types {
		text/css css;
		text/javascript js;
		text/html html;
		text/plain txt;
		image/svg+xml svg svgz;
		image/png png;
		image/webp webp;
		image/jpeg jpg jpeg;
		image/x-icon ico;
		application/manifest+json webmanifest;
		application/json json;
		font/woff2 woff2;
	}
	default_type application/octet-stream;
	charset utf-8;
	charset_types text/css text/javascript text/plain image/svg+xml application/json;
	sendfile on;
	tcp_nopush on;
	keepalive_timeout 30s;
	client_header_timeout 15s;
	client_body_timeout 30s;
	send_timeout 30s;
	client_max_body_size 1m;
	large_client_header_buffers 4 16k;
	reset_timedout_connection on;

	# Tokens in pages are masked anew in every answer, so compressing them tells nothing.
	gzip on;
	gzip_vary on;
	gzip_comp_level 5;
	gzip_min_length 512;
	gzip_proxied any;
	gzip_types text/plain text/csv text/calendar application/json application/atom+xml application/xml image/svg+xml text/css text/javascript;

	# Only what is sent from elsewhere is slowed down, and only what changes something.
	geo \$is_near { default 0; 127.0.0.0/8 1; ::1 1; }
	map \$request_method:\$is_near \$sender { default ""; "POST:0" \$binary_remote_addr; }
	limit_req_zone \$sender zone=posts:2m rate=5r/s;
	limit_req_status 429;

	server {
		listen $host:$PORT default_server backlog=511;
		server_name _;

		error_page 400 405 414 494 /errors/400.html;
		error_page 413 /errors/413.html;
		error_page 429 /errors/429.html;
		error_page 502 /errors/502.html;
		error_page 503 /errors/503.html;
		error_page 504 /errors/504.html;
		location ^~ /errors/ {
			internal;
			root $DATA;
			add_header Cache-Control no-store always;
$(headers)
		}

		location ~ "^/static/[^/]+\.[0-9a-f]{12}\.[a-z0-9]+\$" {
			root $top/build;
			try_files \$uri @program;
			gzip_static on;
			add_header Cache-Control "public, max-age=31536000, immutable" always;
$(headers)
		}

		location / {
$(program)
		}
		location @program {
$(program)
		}
	}
}
CONF
