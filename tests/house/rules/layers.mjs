// Who may include whom: layers, the order of the features, foreign libraries in their one adapter.

const LAYERS = ['base', 'http', 'adapters', 'identity', 'workflow', 'web'];
const TOP = LAYERS.length + 1000;

/** Each foreign library's headers and the one adapter (by the beginning of its files' names) that may know them. */
const ADAPTERS = [
	[/^(fcgi\w*|fastcgi)\.h$/, 'fcgi'],
	[/^sqlite3(ext)?\.h$/, 'db'],
	[/^ctemplate\//, 'template'],
	[/^cjson\//, 'doc'],
	[/^sodium/, 'secret'],
	[/^utf8proc\.h$/, 'unicode'],
	[/^cmark/, 'markdown'],
	[/^curl\//, 'mail'],
	[/^libical\//, 'calendar'],
	[/^csv\.h$/, 'csv'],
	[/^iconv\.h$/, 'csv'],
	[/^archive(_entry)?\.h$/, 'archive'],
	[/^(seccomp|linux\/(landlock|seccomp|filter|audit))\.h$/, 'sandbox'],
	[/^gmime\//, 'multipart'],
	[/^magic\.h$/, 'filetype'],
	[/^gd\w*\.h$/, 'image'],
	[/^qrencode\.h$/, 'qr'],
	[/^liboath\//, 'otp'],
	[/^xlsxwriter/, 'sheet'],
];

const ISO = new Set(('assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign stdarg '
	+ 'stdatomic stdbool stddef stdint stdio stdlib stdnoreturn string strings tgmath threads time uchar wchar wctype')
	.split(' ').map((name) => `${name}.h`));
const SYSTEM = /^(sys\/\w+|arpa\/inet|netinet\/\w+|linux\/\w+|dirent|dlfcn|fcntl|fnmatch|ftw|getopt|glob|grp|libgen|poll|pthread|search|pwd|sched|spawn|syslog|termios|unistd|utime|alloca|malloc|endian|byteswap)\.h$/;
const CXX = /^[a-z_]+$/;

const SOURCES = /^src\/.*\.(c|cc|h)$/;

/** [{ name, line, isOwn }] of the includes of a file. */
function includes(tree, path) {
	return tree.tokens(path).filter((token) => token.kind === 'directive').flatMap((token) => {
		const [, quote, name] = /^#\s*include\s*(["<])([^">]+)[">]/.exec(token.text) ?? [];
		return name ? [{ name, line: token.line, isOwn: quote === '"' }] : [];
	});
}

/** { rank, feature } of a path below src/. */
function standing(path, features) {
	const [first, second] = path.split('/');
	if (first === 'features') return { rank: LAYERS.length + 1 + features.listed.indexOf(second), feature: second };
	const rank = LAYERS.indexOf(first);
	return { rank: rank < 0 ? TOP : rank };
}

function includeReason(tree, path, name, features) {
	if (!name.includes('/') && !tree.has(`src/${name}`)) return `include "${name}" by its whole path below src/`;
	const from = standing(path.slice(4), features);
	const to = standing(name, features);
	if (from.feature && from.feature === to.feature) return null;
	if (to.rank > from.rank) return `${name} is above this file (${to.feature ? 'a later feature or not in src/routes.c' : 'a higher layer'})`;
	if (from.rank < TOP && to.feature && name !== `features/${to.feature}/${to.feature}.h`)
		return `${name} is inside another feature: only features/${to.feature}/${to.feature}.h is its public face`;
	return null;
}

function checkLayers(tree) {
	const features = tree.features();
	const breaches = features.unlisted.map((name) => ({ path: 'src/routes.c', line: 1, name, reason: `the feature ${name} has no line here` }));
	for (const path of tree.files(SOURCES))
		for (const { name, line, isOwn } of includes(tree, path)) {
			const reason = isOwn && includeReason(tree, path, name, features);
			if (reason) breaches.push({ path, line, name, reason });
		}
	return breaches;
}

export const layers = {
	name: 'layers',
	file: 'layers.mjs',
	says: 'a file includes its own folder and what is below, never up, never a later feature, of others only the public face',
	check: checkLayers,
	bad: {
		'a layer includes a higher one': { 'src/base/text.c': '#include "http/url.h"\n' },
		'web includes a feature': { 'src/web/page.c': '#include "features/groups/groups.h"\n', 'src/routes.c': 'int r[] = {groups};', 'src/features/groups/groups.h': '' },
		'an earlier feature includes a later one': {
			'src/routes.c': 'int routes[] = {groups, calls};',
			'src/features/groups/pages.c': '#include "features/calls/calls.h"\n',
			'src/features/calls/calls.h': '',
		},
		'a feature looks inside another': {
			'src/routes.c': 'int routes[] = {groups, calls};',
			'src/features/calls/pages.c': '#include "features/groups/store.h"\n',
			'src/features/groups/groups.h': '',
		},
		'a feature without a line in routes.c': { 'src/routes.c': 'int routes[] = {};', 'src/features/calls/calls.h': '' },
		'an include without its folder': { 'src/web/page.c': '#include "page.h"\n' },
	},
	good: {
		'src/routes.c': '#include "features/calls/calls.h"\n#include "features/groups/groups.h"\nextern int calls_routes, groups_routes;\nint *routes[] = {&groups_routes, &calls_routes};',
		'src/features/groups/groups.h': '',
		'src/features/calls/calls.h': '',
		'src/features/calls/pages.c': '#include "features/calls/store.h"\n#include "features/groups/groups.h"\n#include "web/page.h"\n#include "base/text.h"\n',
		'src/routes.h': '',
		'src/commands/routes.c': '#include "routes.h"\n',
		'src/web/page.c': '/* #include "features/groups/groups.h" */\n#include "identity/session.h"\n',
	},
};

function libraryReason(path, header) {
	const adapter = ADAPTERS.find(([pattern]) => pattern.test(header))?.[1];
	if (adapter) {
		const isItsAdapter = new RegExp(`^src/adapters/${adapter}(_\\w+)?\\.(c|cc|h)$`).test(path);
		return isItsAdapter ? null : `<${header}> belongs to src/adapters/${adapter} alone`;
	}
	if (ISO.has(header)) return null;
	if (path.startsWith('src/http/')) return `<${header}>: http is pure, it uses the C library alone`;
	if (SYSTEM.test(header) || (path.endsWith('.cc') && CXX.test(header))) return null;
	return `<${header}> is not known to tests/house/rules/layers.mjs: which adapter owns it?`;
}

export const libraries = {
	name: 'libraries',
	file: 'layers.mjs',
	says: 'a foreign library is included by its one adapter',
	check: (tree) => tree.files(SOURCES).flatMap((path) => includes(tree, path).filter((include) => !include.isOwn)
		.map(({ name, line }) => ({ path, line, name, reason: libraryReason(path, name) })).filter((breach) => breach.reason)),
	bad: {
		'a feature includes SQLite': { 'src/features/groups/store.c': '#include <sqlite3.h>\n' },
		'an adapter includes the library of another': { 'src/adapters/mail.c': '#include <cjson/cJSON.h>\n' },
		'base includes a library': { 'src/base/text.c': '#include <utf8proc.h>\n' },
		'http opens a socket': { 'src/http/url.c': '#include <sys/socket.h>\n' },
		'an unknown library': { 'src/adapters/template.cc': '#include <boost/any.hpp>\n' },
	},
	good: {
		'src/adapters/db_care.c': '#include <sqlite3.h>\n#include <unistd.h>\n',
		'src/adapters/template.cc': '#include <ctemplate/template.h>\n#include <string>\n',
		'src/http/url.c': '#include <string.h>\n',
	},
};

const LIBRARY_NAMES = /^(sqlite3|FCGX|FCGI|cJSON|ctemplate|crypto_\w+|sodium|utf8proc|UTF8PROC|cmark|CURL|curl|ical\w*|csv_parser|iconv|archive_entry|seccomp|scmp|g_mime|GMime|magic_t|gdImage|QRcode|oath|lxw)/;
const isInside = (path) => /_inside\.h$/.test(path);

function checkFaces(tree) {
	return tree.files(/^src\/.*\.h$/).filter((path) => !isInside(path)).flatMap((path) => [
		...includes(tree, path).filter(({ name, isOwn }) => (isOwn ? isInside(name) : ADAPTERS.some(([pattern]) => pattern.test(name)))),
		...tree.tokens(path).filter((token) => token.kind === 'word' && LIBRARY_NAMES.test(token.text)).map(({ text, line }) => ({ name: text, line })),
	].map(({ name, line }) => ({ path, line, name, reason: `a header names no library, but this one ${name}` })));
}

export const faces = {
	name: 'faces',
	file: 'layers.mjs',
	says: 'a header names no library, except in comments (what an adapter\'s files share is in <adapter>_inside.h)',
	check: checkFaces,
	bad: {
		'a type of the library': { 'src/adapters/doc.h': 'cJSON *doc_node(void);' },
		'a header of the library': { 'src/adapters/db.h': '#include <sqlite3.h>\n' },
		'the private header': { 'src/adapters/db.h': '#include "adapters/db_inside.h"\n' },
	},
	good: { 'src/adapters/doc.h': '/* over cJSON */ struct doc *doc_object(void);', 'src/adapters/db_inside.h': '#include <sqlite3.h>\n' },
};
