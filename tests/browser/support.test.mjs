// Tries the support on a tiny server of its own: what it says about good pages, and that bad ones are found.
// Nothing here is about the portal.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { errorFindings } from './checks.mjs';
import { htmlResults } from './html.mjs';
import { readMail } from './mail.mjs';
import { allPages, fits, readPages } from './pages.mjs';

// These pages are kept apart from the portal's, so that the validators of the run do not see them.
const kept = process.env.KYODO_HTML_FOLDER = fs.mkdtempSync(path.join(os.tmpdir(), 'kyodo-support-'));
const { City, closeBrowser } = await import('./support.mjs');

const page = (title, main, { lang = 'ja', head = '' } = {}) => `<!DOCTYPE html>
<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}｜見本市</title>${head}</head>
<body><main id="main">${main}</main></body></html>`;

const form = (error) => `${error ? `<div role="alert" tabindex="-1" id="summary"><h2>入力内容を確認してください（1件）</h2><ul><li><a href="#name">団体名を入力してください</a></li></ul></div>` : ''}
<h1>団体を登録する</h1><form method="post" action="/form" novalidate><input type="hidden" name="csrf" value="x">
<p><label for="name">団体名 <span>必須</span></label> <input type="text" id="name" name="name" autocomplete="organization"${error ? ' aria-invalid="true" aria-describedby="name-error"' : ''}>${error ? '<span id="name-error">団体名を入力してください</span>' : ''}</p>
<fieldset><legend>開催日</legend>${['年', '月', '日'].map((unit) => `<label>${unit} <input type="text" name="${unit}" inputmode="numeric"></label>`).join(' ')}</fieldset>
<fieldset><legend>公開範囲</legend><label><input type="radio" name="v" value="1"> 公開</label> <label><input type="radio" name="v" value="2"> 市の担当まで</label></fieldset>
<p><label for="kind">種類</label> <select id="kind" name="kind"><option>任意団体</option><option>NPO法人</option></select></p>
<button>確認する</button></form>${error ? '<script src="/focus.js"></script>' : ''}`;

const PAGES = {
	'/': () => page('見本', '<h1>見本市</h1><p><a href="/groups">団体をさがす</a></p>'),
	'/groups': () => page('団体', '<h1>市民活動団体</h1><ul><li><a href="/groups/new">団体を登録する</a></li><li><a href="/groups/7">浅川を楽しむ会</a></li></ul>'),
	'/groups/7': () => page('浅川を楽しむ会', '<h1>浅川を楽しむ会</h1><p>川の清掃</p>'),
	'/groups/new': () => page('団体を登録する', form(false)),
	'/login': () => page('ログイン', '<h1>ログイン</h1><form method="post" action="/login"><input type="hidden" name="csrf" value="x"><p><label>メール <input type="email" name="email"></label> <label>パスワード <input name="password" type="password"></label></p><button>ログイン</button></form>'),
	'/bad': () => page('', '<p style="color:#ccc;width:2000px">うすい</p><a href="#">こちら</a><a href="#gone">行き先</a><form method="post" action="/x"><input name="a"></form><p id="x"><div id="x"></div></p>{漢字|かんじ}', { lang: 'en' }),
	'/broken': () => page('壊れた', '<h1>壊れた</h1><script src="/gone.js"></script>'),
};

function posted(request, body, send) {
	const fields = new URLSearchParams(body);
	if (request.url === '/login' && fields.get('password') === 'kyodo-demo-2026')
		return send(303, '', { location: '/groups', 'set-cookie': `kyodo=${encodeURIComponent(fields.get('email'))}; HttpOnly; Path=/` });
	if (request.url === '/login') return send(422, page('エラー：ログイン', '<h1>ログイン</h1><p>ちがいます</p>'));
	if (!fields.get('name')) return send(422, page('エラー：団体を登録する', form(true)));
	return send(200, page('受付', `<h1>受け付けました</h1><p>${[...fields.values()].join(' ')}</p>`));
}

const server = http.createServer((request, response) => {
	const send = (status, text, headers = {}) => response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(text);
	let body = '';
	request.on('data', (part) => { body += part; }).on('end', () => {
		if (request.method === 'POST') return posted(request, body, send);
		if (request.url === '/focus.js') return send(200, 'document.getElementById("summary").focus();', { 'content-type': 'text/javascript' });
		if (request.url === '/fault') return send(500, page('', '<h1>x</h1>'));
		if (request.url === '/favicon.ico') return send(204, '');
		const make = PAGES[new URL(request.url, 'http://x').pathname];
		return make ? send(200, make()) : send(404, page('ページがありません', '<h1>ページがありません</h1>'));
	});
});
await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
const city = new City({ url: `http://127.0.0.1:${server.address().port}` });
after(async () => {
	await closeBrowser();
	server.close();
	fs.rmSync(kept, { recursive: true });
});

test('a story reads like sentences, on a computer and on a phone without JavaScript', async () => {
	for (const options of [{}, { width: 390, script: false }]) {
		const green = await city.as('green', { anew: true, ...options });
		await green.sees('市民活動団体');
		await green.follows('団体を登録する');
		await green.presses('確認する');
		await green.isToldToCorrect('団体名を入力してください');
		await green.findsThePageSound();
		await green.fills('団体名', '浅川を楽しむ会');
		await green.fillsDate('開催日', '2026-04-10');
		await green.chooses('公開範囲 › 市の担当まで');
		await green.chooses('種類', 'NPO法人');
		assert.equal(await green.valueOf('種類'), 'NPO法人');
		await green.presses('確認する');
		await green.sees('受け付けました');
		await green.reads('浅川を楽しむ会', '2026 4 10 2 NPO法人');
		await green.doesNotRead('公開範囲');
		await green.isNotOffered('確認する');
		await green.leaves();
	}
});

test('a session is shared, a wrong password is told', async () => {
	const again = await city.as('green');
	const cookies = await again.page.context().cookies();
	assert.match(cookies[0].value, /^green%40demo\.example$/);
	await assert.rejects(city.as('a@b.example', { password: 'wrong' }), /could not sign in/);
});

test('a good page has no findings, a bad one has all of them', async () => {
	const visitor = await city.visitor();
	await visitor.opens('/groups');
	assert.deepEqual(await visitor.findings(), []);
	await visitor.opens('/bad');
	const found = (await visitor.findings()).join('\n');
	for (const words of ['html lang', 'the title', '0 h1', 'leads nowhere', 'does not say where', 'leads to #gone', 'no csrf field', 'ruby signs',
		'1280 px: 7', '390 px: 16', 'axe color-contrast', 'axe label']) assert.ok(found.includes(words), `${words} is not in\n${found}`);
	assert.deepEqual(await errorFindings(visitor.page), ['there is no summary of errors (main [role=alert])']);
});

test('faults of the server and of scripts are found wherever they happen', async () => {
	const visitor = await city.visitor();
	await assert.rejects(visitor.opens('/fault'), /status 500/);
	await assert.rejects(visitor.opens('/broken'), /gone\.js/);
	await assert.rejects(visitor.opens('/nowhere'), /opened \/nowhere/);
	await visitor.isRefused('/nowhere', 404);
	await assert.rejects(visitor.sees('協働'), /no heading 「協働」 but 「ページがありません」/);
	await assert.rejects(visitor.presses('送信'), /there is no 「送信」/);
	await assert.rejects(visitor.isToldToCorrect('x'), /was not refused/);
});

test('the list of pages is read; routes to which nothing leads and that nothing explains are named', async () => {
	const list = readPages('# note\n/groups as=green status=200\n/old status=410\n- /x a reason\n');
	assert.deepEqual(list.pages.map(({ path, as, status }) => [path, as, status]), [['/groups', 'green', 200], ['/old', undefined, 410]]);
	await (await city.visitor()).opens('/groups/7');
	assert.ok(fits('/groups/{id}', '/groups/7?a=1') && !fits('/groups/{id}', '/groups/7/edit'));
	const routes = ['/signup', '/walked/{id}', '/missing', '/a.json'].map((path) => ({ method: 'GET', path })).concat([{ method: 'POST', path: '/post' }]);
	const stand = { command: () => JSON.stringify(routes) };
	const { pages, unlisted } = await allPages(stand, async () => [{ path: '/walked/{id}', address: '/walked/3', status: 200 }]);
	assert.deepEqual(unlisted, ['/missing']);
	assert.ok(pages.some(({ address }) => address === '/walked/3') && pages.some(({ address }) => address === '/signup'));
});

test('mails are read: subject, links and code', () => {
	const plain = readMail('To: green@demo.example\r\nSubject: =?UTF-8?B?56K66KqN?=\r\n =?UTF-8?Q?=E3=82=B3=E3=83=BC=E3=83=89?=\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
		+ '=E3=82=B3=E3=83=BC=E3=83=89: 123456=\r\n\r\nhttp://127.0.0.1:8080/signup/654321?token=3Dabc=E3=80=82\r\n');
	assert.deepEqual([plain.to, plain.subject, plain.code, plain.links], ['green@demo.example', '確認コード', '123456', ['http://127.0.0.1:8080/signup/654321?token=abc']]);
	const both = readMail('Subject: a\nContent-Type: multipart/alternative; boundary="b"\n\n--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n'
		+ `${Buffer.from('コード 987 654').toString('base64')}\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n<a href="https://x.example/a?b=1&amp;c=2">\n--b--\n`);
	assert.deepEqual([both.code, both.links], ['987654', ['https://x.example/a?b=1&c=2']]);
});

test('pages that were opened are kept, and the validators find the bad one alone', () => {
	const names = fs.readdirSync(kept);
	for (const name of [/^groups\.200\./, /^groups-N\.200\./, /^form\.422\./, /^bad\.200\./]) assert.ok(names.some((one) => name.test(one)), `${name} is not in ${names}`);
	for (const { name, findings } of htmlResults(kept)) {
		assert.ok(findings.some((words) => words.startsWith('bad.')), `${name} found nothing`);
		assert.deepEqual(findings.filter((words) => !words.startsWith('bad.')), [], name);
	}
});
