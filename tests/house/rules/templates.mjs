// Templates: escaping on, no markup that the CSP or the forms' rules forbid, no words outside the catalogues.

const TEMPLATES = /^templates\/.*\.(html|txt|xml)$/;
const PRAGMA = '{{%AUTOESCAPE context="HTML"}}';
const begin = (text) => ({ 'templates/groups/show.html': `${PRAGMA}\n${text}` });

/** [{ text, line }] of every match of `pattern`. */
function matches(text, pattern) {
	return [...text.matchAll(pattern)].map((match) => ({ match, line: text.slice(0, match.index).split('\n').length }));
}

/** The same lines without comments. */
const blanked = (text) => text.replace(/\{\{![\s\S]*?\}\}|<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ''));

function checkEscaping(tree) {
	return tree.files(TEMPLATES).flatMap((path) => {
		const text = tree.text(path);
		const first = text.startsWith(PRAGMA) ? [] : [{ path, line: 1, reason: `does not begin with ${PRAGMA}` }];
		return [...first, ...matches(text, /\{\{[^}]*:none\b[^}]*\}\}/g).map(({ match, line }) => ({ path, line, reason: `${match[0]} turns escaping off` }))];
	});
}

export const escaping = {
	name: 'escaping',
	file: 'templates.mjs',
	says: 'every template names its escaping mode and none turns it off',
	check: checkEscaping,
	bad: {
		'no mode': { 'templates/groups/show.html': '<p>{{name}}</p>' },
		'a comment before it': { 'templates/groups/show.html': `{{! x }}\n${PRAGMA}` },
		none: begin('<p>{{name:x-t:none}}</p>'),
	},
	good: begin('<p>{{name}}</p>'),
};

const TAG = /<[a-zA-Z](?:"[^"]*"|'[^']*'|\{\{[^}]*\}\}|[^<>"'])*>/g;
const ATTRIBUTES = /\s(style|on[a-z]+|placeholder|required|disabled|readonly|srcdoc)(?=\s*=|\s|\/|>|\{)/i;

function tagReason(tag) {
	const bare = tag.replace(/"[^"]*"|'[^']*'/g, '""').replace(/\{\{[^}]*\}\}/g, ' ');
	const attribute = ATTRIBUTES.exec(bare)?.[1];
	if (attribute) return `the attribute ${attribute}`;
	if (/^<input\b/i.test(tag) && /\stype=["']?number\b/i.test(tag)) return 'type="number": use inputmode';
	if (/^<style\b/i.test(tag)) return 'a <style>: the CSP blocks it';
	if (/^<script\b/i.test(tag) && !/\ssrc=/i.test(tag)) return 'a script in the page: the CSP blocks it';
	if (/=\s*["']?\s*javascript:/i.test(tag)) return 'a javascript: address';
	if (/^<meta\b/i.test(tag) && /http-equiv=["']?refresh/i.test(tag)) return 'a page that reloads itself';
	return null;
}

export const markup = {
	name: 'markup',
	file: 'templates.mjs',
	says: 'no style=, inline script or handler, placeholder, required, disabled, readonly, type=number in templates',
	check: (tree) => tree.files(TEMPLATES).flatMap((path) => matches(blanked(tree.text(path)), TAG)
		.map(({ match, line }) => ({ path, line, reason: tagReason(match[0]) })).filter(({ reason }) => reason)),
	bad: {
		style: begin('<p style="color: red">'),
		handler: begin('<button\n onclick="x()">'),
		placeholder: begin('<input name="a" placeholder="{{A_x}}">'),
		required: begin('<input name="a" required>'),
		'disabled by a section': begin('<input name="a"{{#locked}} disabled{{/locked}}>'),
		number: begin('<input type="number" name="a">'),
		script: begin('<script>x()</script>'),
		address: begin('<a href="javascript:x()">'),
		'after a quoted >': begin('<p title="a > b" style="c">'),
	},
	good: begin('<p class="required style" data-on="x" aria-required="true">{{! <p style="x"> }}<script type="module" src="{{S_kyodo.js}}"></script>{{#disabled}}a{{/disabled}}{{>parts_x}}'),
};

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/gu;

export const templateTexts = {
	name: 'template-texts',
	file: 'templates.mjs',
	says: 'words stand in texts.json, not in templates (but a language\'s own name, on a line with lang="ja")',
	check: (tree) => tree.files(TEMPLATES).flatMap((path) => matches(blanked(tree.text(path)), JAPANESE)
		.filter(({ line }) => !/\slang="ja"/.test(tree.lines(path)[line - 1]))
		.map(({ match, line }) => ({ path, line, name: match[0], reason: `「${match[0]}」 belongs into a texts.json` }))),
	bad: { words: begin('<h1>団体</h1>'), 'an attribute': begin('<p title="くらし">') },
	good: begin('{{! 団体 }}<h1>{{T_groups}}</h1>\n<a href="/" lang="ja">日本語</a>'),
};
