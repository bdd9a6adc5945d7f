// Just enough C (and C++) for the house rules: tokens with their lines, functions with length, parameters and nesting.
// No compiler: macros are not expanded, types are not known.

const TOKEN = new RegExp([
	'(?<space>[ \\t\\r\\n]+)',
	'(?<comment>/\\*[\\s\\S]*?\\*/|//[^\\n]*)',
	'(?<directive>(?<=^[ \\t]*)#(?:\\\\\\n|/\\*[\\s\\S]*?\\*/|[^\\n])*)',
	'(?<string>(?:u8|[uUL])?"(?:\\\\[\\s\\S]|[^"\\\\\\n])*")',
	"(?<char>'(?:\\\\.|[^'\\\\])+')",
	'(?<word>[A-Za-z_]\\w*)',
	'(?<number>\\.?\\d[\\w.]*)',
	'(?<sign>->|\\+\\+|--|::|[\\s\\S])',
].join('|'), 'gmy');

/** All tokens but spaces: { kind, text, line, endLine, value (of strings) }. */
export function cTokens(text) {
	const tokens = [];
	let line = 1;
	for (const match of text.matchAll(TOKEN)) {
		const kind = Object.keys(match.groups).find((name) => match.groups[name] !== undefined);
		const ends = line + match[0].split('\n').length - 1;
		if (kind !== 'space') tokens.push({ kind, text: match[0], line, endLine: ends, value: kind === 'string' ? stringValue(match[0]) : undefined });
		line = ends;
	}
	return tokens;
}

function stringValue(literal) {
	return literal.slice(literal.indexOf('"') + 1, -1).replace(/\\([\s\S])/g, (_, c) => ({ n: '\n', t: '\t', '\n': '' })[c] ?? c);
}

/** String literals side by side as one text (a macro or name between them becomes a space): [{ value, line }]. */
export function cTexts(tokens) {
	const texts = [];
	let run = null;
	const code = tokens.filter((token) => token.kind !== 'comment');
	code.forEach((token, at) => {
		if (token.kind === 'string') {
			if (!run) texts.push(run = { value: '', line: token.line });
			run.value += token.value;
		} else if (run && token.kind === 'word' && code[at + 1]?.kind === 'string') {
			run.value += ' ? ';
		} else {
			run = null;
		}
	});
	return texts;
}

const CONTROL = new Set(['if', 'for', 'while', 'switch']);
const NO_FUNCTION = new Set(['if', 'for', 'while', 'switch', 'return', 'sizeof', '__attribute__', 'catch', 'defined']);

/** The index after the bracket that closes the one at `at`. */
function afterBracket(code, at) {
	const pairs = { '(': ')', '{': '}', '[': ']' };
	const [open, close] = [code[at].text, pairs[code[at].text]];
	let depth = 0;
	for (; at < code.length; at++) {
		if (code[at].kind === 'string' || code[at].kind === 'char') continue;
		if (code[at].text === open) depth++;
		else if (code[at].text === close && --depth === 0) return at + 1;
	}
	return at;
}

function afterAttributes(code, at) {
	while (code[at]?.text === '__attribute__') at = afterBracket(code, at + 1);
	while (['const', 'noexcept', 'override', 'final'].includes(code[at]?.text)) at++;
	return at;
}

/** C++ only: `: a_(b), c_{d} {` after a constructor's parameters; the index of the body. */
function afterInitializers(code, at) {
	if (code[at]?.text !== ':') return at;
	for (at++; at < code.length && code[at].text !== ';'; at++) {
		if (code[at].text === '(') at = afterBracket(code, at) - 1;
		else if (code[at].text === '{' && code[at - 1].kind === 'word') at = afterBracket(code, at) - 1;
		else if (code[at].text === '{') return at;
	}
	return at;
}

/** Commas outside inner brackets, plus one; none for () and (void). */
function countParameters(code, open, end) {
	const inside = code.slice(open + 1, end - 1);
	if (!inside.length || (inside.length === 1 && inside[0].text === 'void')) return 0;
	let depth = 0;
	let commas = 0;
	for (const token of inside) {
		if ('([{'.includes(token.text)) depth++;
		else if (')]}'.includes(token.text)) depth--;
		else if (token.text === ',' && depth === 0) commas++;
	}
	return commas + 1;
}

/** Reads one statement at `at` inside `depth` controls; returns the index after it. `seen` is told every depth. */
function afterStatement(code, at, depth, seen) {
	const token = code[at];
	if (!token) return at;
	if (token.text === '{') return afterBlock(code, at, depth, seen);
	if (token.text === 'do') return afterDo(code, at, depth, seen);
	if (CONTROL.has(token.text) || isLoopMacro(code, at)) return afterControl(code, at, depth, seen);
	if (token.text === 'case' || token.text === 'default') return afterLabel(code, at, depth, seen);
	for (; at < code.length && code[at].text !== ';' && code[at].text !== '}'; at++)
		if ('({['.includes(code[at].text) && code[at].kind === 'sign') at = afterBracket(code, at) - 1;
	return code[at]?.text === ';' ? at + 1 : at;
}

function afterBlock(code, at, depth, seen) {
	for (at++; at < code.length && code[at].text !== '}';) {
		const next = afterStatement(code, at, depth, seen);
		at = next > at ? next : at + 1;
	}
	return at + 1;
}

/** NAME(…) followed by a statement and no semicolon: a macro that loops. */
function isLoopMacro(code, at) {
	if (code[at].kind !== 'word' || code[at + 1]?.text !== '(') return false;
	const next = code[afterBracket(code, at + 1)];
	return next?.text === '{';
}

function afterControl(code, at, depth, seen) {
	seen(depth + 1, code[at].line);
	const isIf = code[at].text === 'if';
	const open = code[at + 1]?.text === 'constexpr' ? at + 2 : at + 1;
	at = afterStatement(code, afterBracket(code, open), depth + 1, seen);
	if (!isIf || code[at]?.text !== 'else') return at;
	if (code[at + 1]?.text === 'if') return afterControl(code, at + 1, depth, seen);
	return afterStatement(code, at + 1, depth + 1, seen);
}

function afterDo(code, at, depth, seen) {
	seen(depth + 1, code[at].line);
	at = afterStatement(code, at + 1, depth + 1, seen);
	return code[at]?.text === 'while' ? afterBracket(code, at + 1) + 1 : at;
}

function afterLabel(code, at, depth, seen) {
	while (at < code.length && code[at].text !== ':' && code[at].text !== '}') at++;
	return code[at + 1]?.text === '}' ? at + 1 : afterStatement(code, at + 1, depth, seen);
}

function readFunction(code, name, open, body) {
	const end = afterBracket(code, body);
	const found = { name: code[name].text, line: code[name].line, parameters: countParameters(code, open, afterBracket(code, open)) };
	found.lines = code[end - 1].line - found.line + 1;
	found.nesting = 0;
	afterBlock(code, body, 0, (depth, line) => {
		if (depth > found.nesting) Object.assign(found, { nesting: depth, deepestLine: line });
	});
	if (found.name === 'TEST') found.name = code[open + 1]?.text ?? 'TEST';
	return { found, end };
}

/** Every function with a body. */
export function cFunctions(tokens) {
	const code = tokens.filter((token) => token.kind !== 'comment' && token.kind !== 'directive');
	const functions = [];
	for (let at = 0; at < code.length;) {
		const isName = code[at].kind === 'word' && code[at + 1]?.text === '(' && !NO_FUNCTION.has(code[at].text);
		const body = isName ? afterInitializers(code, afterAttributes(code, afterBracket(code, at + 1))) : -1;
		if (isName && code[body]?.text === '{') {
			const { found, end } = readFunction(code, at, at + 1, body);
			functions.push(found);
			at = end;
		} else if (code[at].text === '{' && code[at - 1]?.text === '=') {
			at = afterBracket(code, at);
		} else {
			at++;
		}
	}
	return functions;
}

/** Function declarations of a header: [{ name, line, endLine, parameters }]. */
export function cDeclarations(tokens) {
	const code = tokens.filter((token) => token.kind !== 'comment' && token.kind !== 'directive');
	const found = [];
	let start = 0;
	for (let at = 0; at < code.length; at++) {
		if (code[at].text === '{') {
			const isFunction = code[at - 1]?.text === ')';
			const isLinkage = code[at - 1]?.kind === 'string';
			if (!isLinkage) at = afterBracket(code, at) - 1;
			if (isFunction || isLinkage) start = at + 1;
			continue;
		}
		if (code[at].text === ';') {
			const statement = code.slice(start, at);
			const open = statement.findIndex((token, i) => token.text === '(' && statement[i - 1]?.kind === 'word' && statement[i - 1].text !== '__attribute__');
			const isData = statement.some((token) => token.text === 'typedef' || token.text === '{');
			if (open > 0 && !isData)
				found.push({ name: statement[open - 1].text, line: statement[0].line, endLine: code[at].line,
					parameters: countParameters(statement, open, afterBracket(statement, open)) });
			start = at + 1;
		}
	}
	return found;
}
