/* What is nicer with script. Each has its twin without: the buttons of the page, the server's own checks and totals.
 * Texts come from data- attributes of the page. Nothing is fetched but the autosave of the form at hand. */

const all = (query, root = document) => [...root.querySelectorAll(query)];
const english = document.documentElement.lang === 'en';
const fill = (text, mark, value) => (text || '').replace(mark, value);

/* The error summary takes the focus; its links go to the field itself, not to its box. */
const summary = document.querySelector('[data-error-summary], main > .errors');
summary?.focus();
summary?.addEventListener('click', (event) => {
	const link = event.target.closest('a[href^="#"]');
	const box = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
	if (!box) return;
	const field = box.matches('input, select, textarea') ? box : box.querySelector('[aria-invalid=true], input:not([type=hidden]), select, textarea') || box;
	event.preventDefault();
	(field.closest('.field') || field).scrollIntoView({ block: 'start' });
	field.focus({ preventScroll: true });
});

/* Print and copy: shown only where they work. */
for (const button of all('[data-print]')) {
	button.hidden = false;
	button.addEventListener('click', () => window.print());
}
if (navigator.clipboard) for (const button of all('[data-copy]')) {
	button.hidden = false;
	button.addEventListener('click', async () => {
		await navigator.clipboard.writeText(button.dataset.copy || location.href);
		const before = button.textContent;
		button.textContent = button.dataset.done;
		setTimeout(() => { button.textContent = before; }, 3000);
	});
}
addEventListener('beforeprint', () => all('details.numbers:not([open])').forEach((d) => { d.open = true; d.dataset.opened = ''; }));
addEventListener('afterprint', () => all('details[data-opened]').forEach((d) => { d.open = false; delete d.dataset.opened; }));

/* The open menu closes with Escape. */
const menu = document.querySelector('.menu-switch');
addEventListener('keydown', (event) => {
	if (event.key !== 'Escape' || !menu?.open) return;
	menu.open = false;
	menu.querySelector('summary').focus();
});

/* Characters left: counted as the server counts, line breaks as one. */
for (const words of all('[data-count]')) {
	const area = document.getElementById(words.id.replace(/-max$/, ''));
	if (!area) continue;
	const count = () => {
		const left = Number(words.dataset.count) - [...area.value].length;
		words.textContent = left < 0 ? fill(words.dataset.over, '%n', -left) : fill(words.dataset.left, '%n', left);
		words.classList.toggle('count-over', left < 0);
	};
	area.addEventListener('input', count);
	count();
}

/* Money as people type it: full width, commas, 円, 千, 万. Empty and unreadable count as nothing. */
function amount(text) {
	const plain = text.normalize('NFKC').replace(/[,\s円¥]/g, '');
	const match = /^(-?\d+(?:\.\d+)?)(万|千)?(\d+)?$/.exec(plain);
	if (!match) return 0;
	return Math.round(Number(match[1]) * (match[2] === '万' ? 10000 : match[2] === '千' ? 1000 : 1)) + Number(match[3] || 0);
}

const column = (input, name) => new RegExp(`(^|[._-])${name}$`).test(input.name);

function totals(grid) {
	for (const output of all('[data-total]', grid)) {
		const inputs = all('input', grid).filter((input) => column(input, output.dataset.total));
		if (!inputs.length) continue;
		const sum = inputs.reduce((so, input) => so + amount(input.value), 0);
		const grouped = sum.toLocaleString('ja-JP');
		output.textContent = english ? `¥${grouped}` : `${grouped}円`;
	}
}

/* A new row is a copy of the last one, emptied, its numbers counted on. Names and ids carry the row's index between marks. */
function rowAdd(grid) {
	const last = grid.querySelector('tbody tr:last-child');
	if (!last) return false;
	const from = Number(last.dataset.row), to = from + 1;
	const row = last.cloneNode(true);
	const mark = new RegExp(`([._-])${from}(?=$|[._-])`);
	row.dataset.row = to;
	for (const part of [row, ...all('*', row)]) for (const name of ['id', 'name', 'for', 'aria-describedby', 'value'])
		if (part.hasAttribute(name) && (name !== 'value' || part.name === '_remove')) part.setAttribute(name, part.getAttribute(name).replace(mark, `$1${to}`));
	const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
	for (let text; (text = texts.nextNode());) if (text.parentElement.closest('th, .grid-remove')) text.data = text.data.replace(String(from + 1), String(to + 1));
	for (const error of all('.error', row)) error.remove();
	for (const field of all('input:not([type=hidden]), textarea, select', row)) {
		if (field.type === 'checkbox') field.checked = false; else field.value = '';
		field.removeAttribute('aria-invalid');
		field.removeAttribute('aria-describedby');
	}
	last.after(row);
	row.querySelector('input:not([type=hidden]), textarea, select')?.focus();
	return true;
}

for (const grid of all('[data-grid]')) {
	grid.addEventListener('input', () => totals(grid));
	grid.addEventListener('click', (event) => {
		if (event.target.closest('[data-add-row]') && rowAdd(grid)) {
			event.preventDefault();
			grid.dispatchEvent(new Event('input', { bubbles: true }));
		}
	});
}

/* Forms: sent once, warned when left unsaved, drafts kept by themselves. What counts as changed are the fields, not the tokens. */
const stateOf = (form) => JSON.stringify([...new FormData(form)].filter(([name]) => form.querySelector(`[name="${CSS.escape(name)}"]`)?.type !== 'hidden'));

for (const form of all('form[data-guard]')) {
	const status = form.querySelector('[data-save-status]') || form.parentElement.querySelector('[data-save-status]');
	const say = (text) => { if (status) status.textContent = text || ''; };
	let saved = stateOf(form), sending = false, saving = null;

	form.addEventListener('submit', (event) => {
		if (sending) { event.preventDefault(); return; }
		if (saving) { /* the draft under way first, or it would look like somebody else's */
			event.preventDefault();
			const { submitter } = event;
			saving.then(() => form.requestSubmit(submitter));
			return;
		}
		sending = true;
		say(status?.dataset.sending);
	});
	addEventListener('pageshow', (event) => {
		if (event.persisted) { sending = false; say(''); }
	});

	if (form.dataset.unsaved !== undefined) addEventListener('beforeunload', (event) => {
		if (!sending && stateOf(form) !== saved) event.preventDefault();
	});

	if (form.dataset.autosave === undefined) continue;
	let stopped = false;
	const keep = async (now) => {
		say(status?.dataset.saving);
		try {
			const body = new URLSearchParams(new FormData(form));
			body.set('_autosave', '1');
			const answer = await fetch(form.getAttribute('action'), { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'error' });
			if (!answer.ok) throw new Error(String(answer.status));
			for (const [name, value] of Object.entries(await answer.json())) {
				const token = form.querySelector(`input[type=hidden][name="${CSS.escape(name)}"]`);
				if (token) token.value = value;
			}
			saved = now;
			const time = new Date(), minute = String(time.getMinutes()).padStart(2, '0');
			say(fill(status?.dataset.saved, '%t', english ? `${time.getHours()}:${minute}` : `${time.getHours()}時${minute}分`));
		} catch {
			stopped = true; /* a conflict or an ended session: the button's way answers with a page that explains it */
			say(status?.dataset.failed);
		}
		saving = null;
	};
	const save = () => {
		const now = stateOf(form);
		if (!saving && !stopped && !sending && now !== saved) saving = keep(now);
	};
	setInterval(save, 20000);
	form.addEventListener('focusout', () => setTimeout(save, 300));
}
