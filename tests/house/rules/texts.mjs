// The catalogues of interface texts: complete in three languages, ruby on every kanji of easy, no words that blame.

const CATALOGUES = /^templates\/.*\btexts\.json$/;
const LANGUAGES = ['ja', 'easy', 'en'];
const one = (texts) => ({ 'templates/groups/texts.json': JSON.stringify(texts, null, '\t') });

/** Every text with its line: [{ path, line, key, texts }]; a file that is no JSON gives { path, line, fault }. */
function entries(tree) {
	return tree.files(CATALOGUES).flatMap((path) => {
		const lines = tree.lines(path);
		const lineOf = new Map();
		lines.forEach((line, index) => {
			for (const [, key] of line.matchAll(/"(\w+)"\s*:\s*\{/g)) lineOf.set(key, [...(lineOf.get(key) ?? []), index + 1]);
		});
		try {
			return Object.entries(JSON.parse(tree.text(path))).map(([key, texts]) => ({ path, key, texts, places: lineOf.get(key) ?? [1], line: lineOf.get(key)?.[0] ?? 1 }));
		} catch (error) {
			return [{ path, line: 1, fault: `is no JSON: ${error.message}`, places: [1], texts: {} }];
		}
	});
}

function completeReasons(entry, seen) {
	if (entry.fault) return [entry.fault];
	const missing = LANGUAGES.filter((language) => typeof entry.texts[language] !== 'string' || !entry.texts[language].trim());
	const extra = Object.keys(entry.texts).filter((language) => !LANGUAGES.includes(language));
	const reasons = [...missing.map((language) => `${entry.key} has no ${language}`), ...extra.map((language) => `${entry.key} has ${language}`)];
	if (!/^[a-z0-9_]+$/.test(entry.key)) reasons.push(`the key ${entry.key} has other signs than a-z, 0-9, _`);
	if (entry.places.length > 1) reasons.push(`the key ${entry.key} stands here ${entry.places.length} times`);
	if (seen.has(entry.key)) reasons.push(`the key ${entry.key} is also in ${seen.get(entry.key)}`);
	seen.set(entry.key, entry.path);
	return reasons;
}

export const textsComplete = {
	name: 'texts',
	file: 'texts.mjs',
	says: 'every text is there in ja, easy and en, once',
	check: (tree) => {
		const seen = new Map();
		return entries(tree).flatMap((entry) => completeReasons(entry, seen).map((reason) => ({ path: entry.path, line: entry.line, name: entry.key, reason })));
	},
	bad: {
		'no English': one({ a: { ja: 'あ', easy: 'あ' } }),
		'an empty text': one({ a: { ja: 'あ', easy: ' ', en: 'a' } }),
		'another language': one({ a: { ja: 'あ', easy: 'あ', en: 'a', zh: 'a' } }),
		'no JSON': { 'templates/groups/texts.json': '{"a": }' },
		'the same key twice in a file': { 'templates/a/texts.json': '{"a": {"ja": "あ", "easy": "あ", "en": "a"},\n"a": {"ja": "い", "easy": "い", "en": "i"}}' },
		'the same key in two files': { 'templates/a/texts.json': '{"a": {"ja": "あ", "easy": "あ", "en": "a"}}', 'templates/b/texts.json': '{"a": {"ja": "あ", "easy": "あ", "en": "a"}}' },
	},
	good: one({ a_1: { ja: 'あ', easy: 'あ', en: 'a' }, b: { ja: 'い', easy: 'い', en: 'i' } }),
};

const RUBY = /\{([^{}|]+)\|([^{}|]+)\}/g;

function easyReason(text) {
	const wrong = [...text.matchAll(RUBY)].find(([, , reading]) => /[^\p{Script=Hiragana}\p{Script=Katakana}ー・\s]/u.test(reading));
	if (wrong) return `the reading in ${wrong[0]} is not kana`;
	const bare = text.replace(/\{\{[^{}]*\}\}/g, '').replace(RUBY, '');
	const kanji = /\p{Script=Han}+/u.exec(bare);
	return kanji && `「${kanji[0]}」 has no ruby`;
}

export const easyRuby = {
	name: 'easy-ruby',
	file: 'texts.mjs',
	says: 'every kanji of easy stands in {漢字|かんじ}',
	check: (tree) => entries(tree).filter(({ texts }) => typeof texts.easy === 'string')
		.map(({ path, line, key, texts }) => ({ path, line, name: key, reason: easyReason(texts.easy) }))
		.filter(({ reason }) => reason).map((breach) => ({ ...breach, reason: `${breach.name}: ${breach.reason}` })),
	bad: {
		'no ruby': one({ a: { ja: '団体', easy: '団体', en: 'group' } }),
		'half of it': one({ a: { ja: '団体', easy: '{団|だん}体', en: 'group' } }),
		'kanji as the reading': one({ a: { ja: '団体', easy: '{団体|団体}', en: 'group' } }),
	},
	good: one({ a: { ja: '団体', easy: '{団体|だんたい}の なまえ {{name}} {name}', en: 'group' } }),
};

const BANNED = [[/不正/, '不正'], [/無効/, '無効'], [/エラーが発生しました/, 'エラーが発生しました'], [/\{不正\||\{無効\|/, '不正・無効'], [/\binvalid\b/i, 'invalid'],
	[/\ban error (has )?occurred\b/i, 'an error occurred']];
const VAGUE_LINK = /^(こちら|ここ|(click )?here)(へ|から|をクリック|を見る)?[。.]?$|[>[](こちら|ここ|(click )?here)/i;

function bannedReason(text) {
	const word = BANNED.find(([pattern]) => pattern.test(text))?.[1];
	if (word) return `「${word}」: say what to do instead`;
	return VAGUE_LINK.test(text.trim()) ? '「こちら」 is no text of a link: say where it leads' : null;
}

export const bannedWords = {
	name: 'banned-words',
	file: 'texts.mjs',
	says: 'no 不正, 無効, エラーが発生しました, no link 「こちら」',
	check: (tree) => entries(tree).flatMap(({ path, line, key, texts }) => Object.values(texts).filter((text) => typeof text === 'string')
		.map((text) => ({ path, line, name: key, reason: bannedReason(text) })).filter(({ reason }) => reason)),
	bad: {
		不正: one({ a: { ja: '入力が不正です', easy: 'あ', en: 'a' } }),
		無効: one({ a: { ja: 'あ', easy: 'あ {無効|むこう}', en: 'a' } }),
		発生: one({ a: { ja: 'エラーが発生しました', easy: 'あ', en: 'a' } }),
		こちら: one({ a: { ja: 'こちら', easy: 'あ', en: 'a' } }),
		'a link in a text': one({ a: { ja: 'くわしくは<a href="/x">こちら</a>', easy: 'あ', en: 'a' } }),
		invalid: one({ a: { ja: 'あ', easy: 'あ', en: 'Invalid name' } }),
		here: one({ a: { ja: 'あ', easy: 'あ', en: 'Click here' } }),
	},
	good: one({ a: { ja: 'こちらの窓口で受け取ります', easy: 'あ', en: 'Where it is' } }),
};
