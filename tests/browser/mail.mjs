// Reads the mails that a portal without a mail server writes to DATA/mail/*.eml. Sends nothing.
import fs from 'node:fs';
import path from 'node:path';

function bytesOf(text, encoding) {
	if (/base64/i.test(encoding)) return Buffer.from(text, 'base64');
	if (!/quoted-printable/i.test(encoding)) return Buffer.from(text, 'latin1');
	const plain = text.replace(/=\r?\n/g, '').replace(/=([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(plain, 'latin1');
}

const decoded = (bytes, charset) => new TextDecoder(charset || 'utf-8').decode(bytes);

/** RFC 2047 words in a header. */
function headerText(value) {
	const joined = value.replace(/(\?=)\s+(=\?)/g, '$1$2');
	const text = joined.replace(/=\?([^?]+)\?([BQ])\?([^?]*)\?=/gi, (_, charset, kind, word) => (
		decoded(/b/i.test(kind) ? Buffer.from(word, 'base64') : bytesOf(word.replace(/_/g, ' '), 'quoted-printable'), charset)));
	return text === joined && /[\x80-\xff]/.test(text) ? decoded(Buffer.from(text, 'latin1')) : text;
}

/** { headers, body } of a message or of a part; header names in lower case. */
function split(raw) {
	const [, head, body] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? [null, raw, ''];
	const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
	const headers = Object.fromEntries(lines.map((line) => /^([^:]+):\s*(.*)$/.exec(line)).filter(Boolean).map(([, name, value]) => [name.toLowerCase(), value]));
	return { headers, body };
}

/** { 'text/plain': …, 'text/html': … } of all leaves. */
function parts(raw) {
	const { headers, body } = split(raw);
	const type = headers['content-type'] ?? 'text/plain';
	const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
	if (boundary) return Object.assign({}, ...body.split(`--${boundary}`).slice(1, -1).map((part) => parts(part.replace(/^\r?\n/, ''))));
	const bytes = bytesOf(body, headers['content-transfer-encoding'] ?? '');
	return { [type.split(';')[0].trim().toLowerCase()]: decoded(bytes, /charset="?([^";]+)"?/i.exec(type)?.[1]) };
}

/** { to, subject, text, html, links, code, file }: links in their order; code is the first number of six digits. */
export function readMail(raw) {
	const { headers } = split(raw);
	const leaves = parts(raw);
	const text = leaves['text/plain'] ?? '';
	const html = leaves['text/html'] ?? '';
	const places = [...text.matchAll(/https?:\/\/[^\s<>「」（）]+/g), ...html.matchAll(/(?<=href=")https?:[^"]+/g)];
	return {
		to: headerText(headers.to ?? ''), subject: headerText(headers.subject ?? ''), headers, text, html,
		links: [...new Set(places.map(([link]) => link.replace(/&amp;/g, '&').replace(/[。、.,]+$/, '')))],
		code: /(?<!\d)\d{3} ?\d{3}(?!\d)/.exec(text.replace(/https?:\/\/\S+/g, ''))?.[0].replace(' ', ''),
	};
}

/** All mails in a folder, the oldest first. */
export function readMails(folder) {
	if (!fs.existsSync(folder)) return [];
	return fs.readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => path.join(folder, name))
		.map((file) => ({ file, at: fs.statSync(file).mtimeMs }))
		.sort((a, b) => a.at - b.at || (a.file < b.file ? -1 : 1))
		.map(({ file }) => ({ ...readMail(fs.readFileSync(file, 'latin1')), file }));
}
