// The main job, part by part. This one: the group: registration, correction, the decision.
import assert from 'node:assert/strict';
import { people, city, signedIn, step, carriesOut, group } from './story.mjs';

step('she registers the group, section by section', async () => {
	const hanako = await signedIn('hanako', { width: 390 });
	await hanako.opens('/groups/new');
	await hanako.findsThePageSound();
	await hanako.fills('団体名', '浅川を楽しむ会');
	await hanako.chooses('任意団体');
	await hanako.presses('登録を始める');
	await hanako.page.waitForURL(/\/edit/);
	group.path = new URL(hanako.page.url()).pathname.replace(/\/edit.*/, '');
	await hanako.opens(`${group.path}/edit/basics`);
	await hanako.fills('団体名のフリガナ', 'あさかわをたのしむかい');
	await hanako.presses('保存して次へ進む');
	await hanako.fillsIn({ 目的: '浅川の自然を守り、楽しみ、次の世代へ伝える。', 活動の内容: '毎月第2土曜に川の清掃と生きもの観察をしています。', 会員の人数: '１２人' });
	await hanako.chooses('環境の保全');
	await hanako.page.locator('[name^=areas]').first().check();
	await hanako.fillsDate('設立した日', '2019-04-01');
	await hanako.presses('保存して次へ進む');
	await hanako.fillsIn({ 代表者の氏名: '川野 花子', 代表者のフリガナ: 'カワノ ハナコ', 代表者のメールアドレス: people.hanako });
	await hanako.presses('保存して次へ進む');
	await hanako.fillsIn({ '1人目の連絡担当者の氏名': '川野 花子', '1人目の電話番号': '０４２-５８１-４１１２', '1人目のメールアドレス': people.hanako });
	await hanako.fillsIn({ '2人目の連絡担当者の氏名': '石田 太郎', '2人目の電話番号': '090-1234-5678', '2人目の住所': '本町2-3' });
	await hanako.presses('保存して次へ進む');
	await hanako.fills('公開用の連絡先', 'asakawa@asakawa.example');
	await hanako.presses('保存して次へ進む');
	await hanako.presses('保存して次へ進む');
	await hanako.opens(`${group.path}/check`);
	await hanako.presses('この内容で登録を申し込む');
	await hanako.isToldToCorrect('営利を主な目的としていません');
	for (const words of ['営利を主な目的としていません', '宗教活動', '法令や公の秩序', '暴力団', '加入や脱退']) await hanako.chooses(words);
	await hanako.presses('この内容で登録を申し込む');
	await hanako.sees('団体登録を受け付けました');
	await hanako.reads('団2026-0001');
	const visitor = await city.visitor();
	await visitor.isRefused(group.path, 404);
});

step('the coordinator asks for a correction, field by field', async () => {
	const coordinator = await signedIn('coordinator');
	await coordinator.opens('/desk');
	await coordinator.reads('浅川を楽しむ会');
	await coordinator.opens(`${group.path}/notes`);
	await coordinator.fills('この項目へのお願い 目的', '市内のどの川かも書いてください（例：市内を流れる浅川）');
	await coordinator.presses('補正をお願いする');
	await coordinator.reads('補正のお願いを送りました');
	const mail = await city.latestMail(people.hanako, '補正のお願い');
	const hanako = await signedIn('hanako', { width: 390 });
	await hanako.opens(mail.links[0]);
	await hanako.opens(`${group.path}/edit/activity`);
	await hanako.reads('市内のどの川かも書いてください');
	await hanako.fills('目的', '市内を流れる浅川の自然を守り、楽しみ、次の世代へ伝える。');
	await hanako.presses('保存して次へ進む');
	await hanako.opens(`${group.path}/check`);
	for (const words of ['営利を主な目的としていません', '宗教活動', '法令や公の秩序', '暴力団', '加入や脱退']) await hanako.chooses(words);
	await hanako.presses('この内容で登録を申し込む');
	await hanako.sees('団体登録を受け付けました');
});

step('the coordinator registers the group: draft, decision, carried out', async () => {
	const coordinator = await signedIn('coordinator');
	await coordinator.opens(group.path);
	await coordinator.follows('登録する');
	for (const words of ['規約・会則・定款を読みました', '会員の人数を確かめました', '活動の内容を確かめました']) await coordinator.chooses(words);
	await coordinator.presses('案をつくる');
	await carriesOut(coordinator, '8地協第1号');
	const visitor = await city.visitor({ width: 390 });
	await visitor.opens('/groups?q=あさかわ');
	await visitor.follows('浅川を楽しむ会');
	await visitor.sees('浅川を楽しむ会');
	await visitor.reads('環境の保全');
	await visitor.doesNotRead('石田', '581-4112', people.hanako);
	await visitor.findsThePageSound();
	assert.ok((await city.latestMail(people.hanako, '登録しました')).text.includes('浅川を楽しむ会'));
	await coordinator.opens('/desk');
	await coordinator.reads('石田 太郎');
});
