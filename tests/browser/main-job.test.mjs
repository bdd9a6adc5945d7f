// The main job, end to end, on a database that starts empty: a group's registration, its proposal, a meeting, the agreement, the project and the
// published evaluation, each step by the role that owns it, in Japanese. One story: each test goes on where the one before ended.
import assert from 'node:assert/strict';
import test from 'node:test';
import { portal } from './support.mjs';

const PASSWORD = 'mizu-to-midori-2026';
const people = {
	admin: 'admin@city.example',
	coordinator: 'madoguchi@city.example',
	staff: 'kankyo@city.example',
	hanako: 'hanako@asakawa.example',
	taro: 'taro@asakawa.example',
};
const city = await portal({ database: 'empty', now: '2026-06-01T09:00:00+09:00' });
const signedIn = (who, options) => city.as(people[who], { password: PASSWORD, ...options });

/** The clock moves on; whoever was signed in signs in again. */
async function isLater(now) {
	await city.moveTo(now);
	for (const who of ['coordinator', 'staff', 'hanako']) await (await signedIn(who, { anew: true })).leaves();
}

// The whole story stops at its first broken step: what follows could only repeat the fault.
let isBroken = false;
const step = (name, act) => test(name, async (t) => {
	if (isBroken) return t.skip('an earlier step failed');
	isBroken = true;
	await act();
	isBroken = false;
});

async function choosesPassword(address) {
	const person = await city.visitor();
	await person.opens(address);
	await person.fills('パスワード', PASSWORD);
	await person.presses('招待を受ける');
	await person.leaves();
}

/** Makes an account with a post through the pages of admin; the person chooses the password by the mailed link. */
async function makesAccount(admin, name, email, role, department) {
	await admin.opens('/admin/people/new');
	await admin.fillsIn({ 名前: name, メールアドレス: email });
	await admin.presses('つくって案内を送る');
	await admin.chooses('役割', role);
	await admin.chooses('部署', department);
	await admin.presses('役割を付ける');
	await admin.reads(department);
	const mail = await city.latestMail(email);
	const visitor = await city.visitor();
	await visitor.opens(mail.links[0]);
	await visitor.fillsIn({ お名前: name, パスワード: PASSWORD });
	await visitor.presses('招待を受ける');
	await visitor.leaves();
}

/** Carries a prepared draft out: the coordinator types the day and the number of the decision. */
async function carriesOut(coordinator, number) {
	await coordinator.sees('起案資料');
	await coordinator.fills('文書番号', number);
	await coordinator.presses('施行する');
	await coordinator.reads('施行しました');
}

step('the first administrator makes departments and accounts', async () => {
	const link = /https?:\/\/\S+/.exec(city.command('user', 'add', people.admin, '--role', 'admin'))[0];
	const visitor = await city.visitor();
	await visitor.opens(link);
	await visitor.fillsIn({ お名前: '管理 者', パスワード: PASSWORD });
	await visitor.presses('招待を受ける');
	await visitor.leaves();
	const admin = await signedIn('admin');
	await admin.opens('/admin/departments');
	await admin.fillsIn({ 部署の名前: '地域協働課', 英字の短い名前: 'kyodo' });
	await admin.chooses('協働の窓口の課である');
	await admin.presses('部署を加える');
	await admin.fillsIn({ 部署の名前: '環境保全課', 英字の短い名前: 'environment' });
	await admin.presses('部署を加える');
	await admin.reads('地域協働課', '環境保全課');
	await makesAccount(admin, '窓口 一郎', people.coordinator, '協働の窓口', '地域協働課');
	await makesAccount(admin, '環境 二郎', people.staff, '担当', '環境保全課');
});

step('a resident signs up on a phone without script, by the six digits of the mail', async () => {
	const hanako = await city.visitor({ width: 390, script: false });
	await hanako.opens('/');
	await hanako.follows('団体を登録する');
	await hanako.follows('ログイン');
	await hanako.follows('アカウントを作る');
	await hanako.fillsIn({ お名前: '川野 花子', メールアドレス: people.hanako, パスワード: PASSWORD });
	await hanako.presses('確認のメールを送る');
	const mail = await city.latestMail(people.hanako);
	await hanako.fills('6けたの数字', mail.code);
	await hanako.presses('確認する');
	await hanako.leaves();
});

const group = {};

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

const proposal = {};

step('the group writes a proposal and sends it', async () => {
	const hanako = await signedIn('hanako');
	await hanako.opens('/proposals/new');
	await hanako.chooses('提案する団体', '浅川を楽しむ会');
	await hanako.fills('提案の題名', '浅川の水辺を子どもの学びの場に');
	await hanako.presses('提案を書きはじめる');
	await hanako.page.waitForURL(/\/edit/);
	proposal.path = new URL(hanako.page.url()).pathname.replace(/\/edit.*/, '');
	await hanako.opens(`${proposal.path}/edit/partners`);
	await hanako.fills('ひとことで言うと', '小学生が浅川の生きものを調べ、市といっしょに水辺の地図を作ります。');
	await hanako.presses('保存して次へ進む');
	await hanako.fillsIn({ 共通の課題: '子どもが川で遊ぶ機会が減り、川のごみに気づく人も減っています。', 共通の目標: '子どもと大人が川を知り、守る人が増えている。' });
	await hanako.presses('保存して次へ進む');
	await hanako.fills('内容', '春と秋に生きもの調査を行い、結果を地図にして学校と図書館に置きます。');
	await hanako.fillsDate('はじめる日', '2026-09-01');
	await hanako.fillsDate('終える日', '2027-03-31');
	await hanako.presses('保存して次へ進む');
	await hanako.chooses('共催');
	await hanako.page.locator('[name=area][value=C]').check();
	await hanako.presses('保存して次へ進む');
	await hanako.page.locator('[name="roles.0.task"]').fill('生きもの調査');
	await hanako.page.locator('[name="roles.0.group_part"]').fill('調査の指導と安全の見守り');
	await hanako.page.locator('[name="roles.0.city_part"]').fill('学校への連絡と川の使用の手続き');
	await hanako.page.locator('[name="roles.0.when"]').fill('9月と3月');
	await hanako.page.locator('[name="roles.0.lead"]').selectOption({ label: '両方' });
	await hanako.presses('保存して次へ進む');
	await hanako.page.locator('[name="income.0.item"]').fill('参加費');
	await hanako.page.locator('[name="income.0.amount"]').fill('２万円');
	await hanako.page.locator('[name="expense.0.item"]').fill('保険料');
	await hanako.page.locator('[name="expense.0.amount"]').fill('15,000円');
	await hanako.presses('保存して次へ進む');
	await hanako.page.locator('[name="indicators.0.indicator"]').fill('調査に参加した子どもの数');
	await hanako.page.locator('[name="indicators.0.now"]').fill('0人');
	await hanako.page.locator('[name="indicators.0.goal"]').fill('60人');
	await hanako.page.locator('[name="indicators.0.how"]').fill('受付の名簿で数える');
	await hanako.presses('保存して次へ進む');
	await hanako.presses('保存して次へ進む');
	await hanako.page.locator('[name=openness][value=all]').check();
	await hanako.presses('保存して次へ進む');
	await hanako.opens(`${proposal.path}/check`);
	await declares(hanako);
	await hanako.presses('提案を送る');
	assert.equal(hanako.status, 422);
	await hanako.follows('収入の合計と支出の合計が合っていません（差 5,000円）');
	await hanako.reads('収入の合計と支出の合計が合っていません（差 5,000円）');
	await hanako.page.locator('[name="expense.0.amount"]').fill('20000');
	await hanako.presses('保存して次へ進む');
	await hanako.opens(`${proposal.path}/check`);
	await declares(hanako);
	await hanako.presses('提案を送る');
	await hanako.sees('提案を受け付けました');
	await (await city.visitor()).isRefused(proposal.path, 404);
});

async function declares(person) {
	for (const box of await person.page.locator('main form input[type=checkbox]').all()) await box.check();
}

step('the coordinator checks it and names the department', async () => {
	const coordinator = await signedIn('coordinator');
	await coordinator.opens('/desk');
	await coordinator.follows('浅川の水辺を子どもの学びの場に');
	await coordinator.follows('要件を満たしていると確認する');
	await coordinator.presses('要件を満たしていると確認する');
	await coordinator.follows('主管課を決める');
	await coordinator.chooses('主管課', '環境保全課');
	await coordinator.presses('主管課を決める');
	await city.latestMail(people.staff, '浅川の水辺');
});

const meeting = {};

step('the coordinator plans a meeting with two co-chairs; both sides put items on its agenda', async () => {
	const coordinator = await signedIn('coordinator');
	await coordinator.opens('/meetings/new');
	await coordinator.fills('会の名前', '第1回 情報交換会（川と緑）');
	await coordinator.chooses('情報交換会（団体と市）');
	await coordinator.fillsDate('開催日', '2026-06-20');
	await coordinator.fillsIn({ 始まり: '午後1時30分', 終わり: '15:30', 会場: '市民センター 第1会議室', 会場の定員: '２' });
	await coordinator.chooses('団体側の共同進行役', '浅川を楽しむ会');
	await coordinator.chooses('市側の共同進行役', '環境保全課');
	await coordinator.presses('この内容で公開する');
	meeting.path = new URL(coordinator.page.url()).pathname;
	await coordinator.follows('議題の募集を始める');
	await coordinator.presses('議題の募集を始める');
	const hanako = await signedIn('hanako', { width: 390 });
	await hanako.opens(`${meeting.path}/agenda`);
	const choice = hanako.page.locator('select[name=case_id], select[name=case], input[name=case][type=radio], input[name=case_id][type=radio]').first();
	if (await choice.evaluate((element) => element.tagName === 'SELECT')) await choice.selectOption({ index: 1 });
	else await choice.check();
	await hanako.fills('議題の名前', '水辺を学びの場にする進め方');
	await hanako.fills('話し合いたいこと', '学校との日程の合わせ方');
	await hanako.presses('議題を出す');
	const visitor = await city.visitor();
	await visitor.opens(meeting.path);
	await visitor.reads('水辺を学びの場にする進め方', '市民センター 第1会議室');
	await visitor.doesNotRead('浅川の水辺を子どもの学びの場に');
	await visitor.findsThePageSound();
	const calendar = await city.fetches(`${meeting.path}.ics`);
	assert.equal(calendar.status, 200);
	assert.match(calendar.text, /BEGIN:VEVENT/);
});

step('somebody without an account signs up by mail, with an access need', async () => {
	const visitor = await city.visitor({ width: 390, script: false });
	await visitor.opens(`${meeting.path}/signup`);
	await visitor.chooses('会場で参加する');
	await visitor.fillsIn({ 'お名前（呼び名でもかまいません）': 'みどり', メールアドレス: 'midori@home.example' });
	await visitor.chooses('手話通訳');
	await visitor.chooses('配慮の希望の取扱いに同意する');
	await visitor.presses('確認のメールを受け取る');
	const mail = await city.latestMail('midori@home.example');
	await visitor.opens(mail.links[0]);
	await visitor.presses('この内容で申し込む');
	await visitor.reads('参加の申込み済み');
	const coordinator = await signedIn('coordinator');
	await coordinator.opens(`${meeting.path}/people`);
	await coordinator.reads('みどり', '手話通訳');
	await (await signedIn('hanako')).isRefused(`${meeting.path}/people`, 403);
});

step('the meeting is held, its result stands on the proposal, the minutes are confirmed by one of each side', async () => {
	let coordinator = await signedIn('coordinator');
	await coordinator.opens(meeting.path);
	await coordinator.follows('議題を決定する');
	await coordinator.presses('議題を決定する');
	await isLater('2026-06-20T16:00:00+09:00');
	coordinator = await signedIn('coordinator');
	await coordinator.opens(meeting.path);
	await coordinator.follows('開催を記録する');
	await coordinator.fillsIn({ 会場に来た人数: '18', オンラインで参加した人数: '3' });
	await coordinator.presses('開催を記録する');
	await coordinator.opens(`${meeting.path}/results`);
	await coordinator.chooses('進める');
	await coordinator.fills('話し合ったこと', '9月の調査は第3小学校と行う。');
	await coordinator.presses('結果を記録して知らせる');
	const hanako = await signedIn('hanako');
	await hanako.opens(proposal.path);
	await hanako.reads('情報交換会', '進める');
	await coordinator.opens(`${meeting.path}/minutes/edit`);
	await coordinator.fillsIn({ 出席: '浅川を楽しむ会2人、環境保全課1人、市民15人', 話し合いの要点: '学校との日程', 決まったこと: '9月に調査を行う。' });
	await coordinator.presses('保存する');
	await coordinator.opens(`${meeting.path}/minutes`);
	await coordinator.follows('意見を聞く段階に進める');
	await coordinator.presses('意見を聞く段階に進める');
	await (await city.visitor()).isRefused(`${meeting.path}/minutes.json`, 404);
	await hanako.opens(`${meeting.path}/minutes/corrections`);
	await hanako.page.locator('[name=part]').first().selectOption({ index: 1 });
	await hanako.fills('こう直してほしい', '9月の第3土曜に調査を行う。');
	await hanako.fills('理由', '日にちも決めたため');
	await hanako.presses('修正の希望を送る');
	await coordinator.opens(`${meeting.path}/minutes/corrections`);
	await coordinator.follows('修正の希望に答える');
	await coordinator.chooses('取り入れる');
	await coordinator.presses('答えを送る');
	await coordinator.opens(`${meeting.path}/minutes`);
	await coordinator.follows('確認をお願いする');
	await coordinator.presses('確認をお願いする');
	await hanako.opens(`${meeting.path}/minutes`);
	await hanako.follows('団体側として確認する');
	await hanako.presses('団体側として確認する');
	const staff = await signedIn('staff');
	await staff.opens(`${meeting.path}/minutes`);
	await staff.follows('市側として確認する');
	await staff.presses('市側として確認する');
	const visitor = await city.visitor();
	await visitor.opens(`${meeting.path}/minutes`);
	await visitor.reads('9月の第3土曜に調査を行う。');
	await visitor.findsThePageSound();
});

step('both sides talk, a question is answered, both agree on the same version, it is published', async () => {
	const staff = await signedIn('staff');
	await staff.opens(proposal.path);
	await staff.chooses('質問');
	await staff.fills('内容', '雨の日はどうしますか。<script>alert(1)</script>');
	await staff.presses('書きこむ');
	const hanako = await signedIn('hanako', { width: 390 });
	await hanako.opens((await city.latestMail(people.hanako, '浅川の水辺')).links[0]);
	await hanako.reads('雨の日はどうしますか。<script>alert(1)</script>');
	await hanako.chooses('回答');
	await hanako.fills('内容', '前日の午後5時に中止を決め、全員に連絡します。');
	await hanako.presses('書きこむ');
	await hanako.follows('団体としてこの版に合意する');
	await hanako.presses('団体としてこの版に合意する');
	await staff.opens(proposal.path);
	await staff.follows('担当課としてこの版に合意する');
	await staff.presses('担当課としてこの版に合意する');
	await (await city.visitor()).isRefused(proposal.path, 404);
	const coordinator = await signedIn('coordinator');
	await coordinator.opens(proposal.path);
	await coordinator.follows('最終版として公開する');
	await coordinator.presses('最終版として公開する');
	const visitor = await city.visitor();
	await visitor.opens('/proposals');
	await visitor.follows('浅川の水辺を子どもの学びの場に');
	await visitor.reads('前日の午後5時に中止を決め', '調査の指導と安全の見守り', '20,000円');
	await visitor.findsThePageSound();
});

const agreement = {};

step('the memorandum: a draft, a counter-draft, both confirm the same text', async () => {
	const staff = await signedIn('staff');
	await staff.opens('/desk');
	await staff.follows('「浅川の水辺を子どもの学びの場に」の覚書');
	agreement.path = new URL(staff.page.url()).pathname;
	await staff.opens(`${agreement.path}/edit/purpose`);
	await staff.reads('目的');
	await staff.opens(`${agreement.path}/check`);
	await declares(staff);
	await staff.presses('文案を相手に渡す');
	const hanako = await signedIn('hanako');
	await hanako.opens(`${agreement.path}/edit/information`);
	await hanako.fills('情報の共有', '月に一度、図書館で顔を合わせて伝え合います。');
	await hanako.presses('保存して次へ進む');
	await hanako.opens(`${agreement.path}/check`);
	await declares(hanako);
	await hanako.presses('直した文案を返す');
	await staff.opens(`${agreement.path}/versions`);
	await staff.follows('第2版で変わったところ');
	await staff.reads('月に一度、図書館で顔を合わせて伝え合います。');
	await staff.opens(agreement.path);
	await staff.follows('市として内容を確認する');
	await declares(staff);
	await staff.presses('市として内容を確認する');
	await hanako.opens(agreement.path);
	await hanako.follows('団体として内容を確認する');
	await declares(hanako);
	await hanako.presses('団体として内容を確認する');
});

step('the decision is recorded, the memorandum concluded and public', async () => {
	const coordinator = await signedIn('coordinator');
	await coordinator.opens(agreement.path);
	await coordinator.follows('決裁を記録する');
	await coordinator.presses('案をつくる');
	await carriesOut(coordinator, '8地協第2号');
	await coordinator.opens(agreement.path);
	await coordinator.follows('締結を記録する');
	await coordinator.fillsDate('締結した日', '2026-06-20');
	await coordinator.chooses('記名押印（紙）');
	await coordinator.presses('締結を記録する');
	const visitor = await city.visitor({ width: 390 });
	await visitor.opens(agreement.path);
	await visitor.reads('月に一度、図書館で顔を合わせて伝え合います。', '8地協第2号');
	await visitor.findsThePageSound();
});

const project = {};

step('the project starts, is planned and logged by both sides, in the open', async () => {
	const staff = await signedIn('staff');
	await staff.opens('/projects');
	await staff.follows('浅川の水辺を子どもの学びの場に');
	project.path = new URL(staff.page.url()).pathname;
	await staff.follows('事業を開始する');
	await staff.presses('事業を開始する');
	await staff.opens(`${project.path}/milestones/new`);
	await staff.fills('予定', '学校との打合せ');
	await staff.fillsDate('いつまでに', '2026-08-20');
	await staff.page.locator('[name=side][value=both]').check();
	await staff.presses('記録する');
	const hanako = await signedIn('hanako', { width: 390 });
	await hanako.opens(`${project.path}/log/new`);
	await hanako.fillsDate('いつのことですか', '2026-06-20');
	await hanako.fills('記録', '調査の道具をそろえました。');
	await hanako.presses('記録する');
	const visitor = await city.visitor({ width: 390 });
	await visitor.opens(project.path);
	await visitor.reads('学校との打合せ', '調査の道具をそろえました。', '実施中');
	await visitor.findsThePageSound();
});

step('the group reports against the indicators, the department accepts', async () => {
	await isLater('2027-03-20T10:00:00+09:00');
	const hanako = await signedIn('hanako');
	const final = `/projects/final/${project.path.split('/').pop()}`;
	await hanako.opens(`${final}/edit/results`);
	await hanako.page.locator('[name="results.0.result"]').fill('72人');
	await hanako.page.locator('[name="results.0.reason"]').fill('学校が2回とも参加した');
	await hanako.presses('保存して次へ進む');
	await hanako.opens(`${final}/edit/activity`);
	await hanako.fills('行ったこと', '9月と3月に調査を行い、地図を200部作りました。');
	await hanako.presses('保存して次へ進む');
	await hanako.opens(`${final}/edit/people`);
	for (const [name, value] of [['events', '2'], ['participants', '130']]) {
		const field = hanako.page.locator(`[name=${name}]`);
		if (await field.count()) await field.fill(value);
	}
	await hanako.presses('保存して次へ進む');
	await hanako.page.locator('[name="costs.0.spent"]').fill('18,000円');
	await hanako.presses('保存して次へ進む');
	await hanako.fillsIn({ よかったこと: '子どもが川の名前を覚えた。', 難しかったこと: '雨の日の連絡', 次に生かしたいこと: '予備の日を先に決める' });
	await hanako.presses('保存して次へ進む');
	await hanako.opens(`${final}/check`);
	await declares(hanako);
	await hanako.presses('実績報告を出す');
	await hanako.sees('実績報告を出しました');
	const staff = await signedIn('staff');
	await staff.opens('/desk');
	await staff.follows('浅川の水辺を子どもの学びの場に');
	await staff.follows('報告を受け取る');
	await staff.presses('報告を受け取る');
	const visitor = await city.visitor();
	await visitor.opens(project.path);
	await visitor.reads('72人');
});

/** Fills a sheet: 3 everywhere but where `marks` says otherwise, then seals it. */
async function sealsSheet(person, marks) {
	await person.opens(`${project.path}/evaluation/sheet`);
	for (const item of ['purpose', 'roles', 'process', 'equality', 'results', 'beneficiaries', 'cost', 'synergy', 'wider']) {
		const mark = marks[item] ?? 3;
		await person.page.locator(`[name=${item}][value="${mark}"]`).check();
		if (mark <= 2) await person.page.locator(`[name=${item}_why]`).fill('雨の日の連絡がおそかったため。');
	}
	await person.presses('保存して内容を確認する');
	await person.presses('封をして提出する');
	await person.reads('封をして提出しました');
}

step('both sides evaluate under seal; the sheets open together, differences first', async () => {
	const hanako = await signedIn('hanako', { width: 390 });
	const staff = await signedIn('staff');
	await sealsSheet(hanako, { process: 2, results: 5 });
	await staff.opens(`${project.path}/evaluation`);
	await staff.doesNotRead('雨の日の連絡がおそかったため');
	await (await signedIn('coordinator')).isRefused(`${project.path}/evaluation/sheet`, 403);
	await sealsSheet(staff, { process: 4, results: 4 });
	await hanako.opens(`${project.path}/evaluation`);
	await hanako.sees('見方の違い');
	await hanako.reads('進め方', '2段階の違い', '雨の日の連絡がおそかったため。');
	await hanako.findsThePageSound();
	await (await city.visitor()).isRefused(`${project.path}/evaluation`, 404);
});

step('they talk it over, conclude together, and publish with lessons that the department answers', async () => {
	const hanako = await signedIn('hanako');
	const staff = await signedIn('staff');
	const evaluation = `${project.path}/evaluation`;
	await staff.opens(`${evaluation}/talk`);
	await staff.fillsDate('話し合った日', '2027-03-20');
	await staff.fills('参加した人', '団体の代表者、担当課の担当');
	const differences = staff.page.locator('textarea[name=process], textarea[name=talk_process]');
	if (await differences.count()) await differences.first().fill('連絡網を先に決めておけばよかった。');
	await staff.fills('共同のまとめ', '学校と組めたことが成果につながった。連絡の方法を先に決める。');
	await staff.presses('この内容を相手に伝える');
	for (const person of [hanako, staff]) {
		await person.opens(evaluation);
		await person.follows('共同のまとめを確認する');
		await person.presses('共同のまとめを確認する');
	}
	await hanako.opens(`${evaluation}/lessons`);
	await hanako.page.locator('[name="lessons.0.lesson"]').fill('雨の日の連絡網を年度の初めに決める');
	await hanako.page.locator('[name="lessons.0.side"]').selectOption({ label: '担当課' });
	await hanako.presses('この内容で相手に伝える');
	for (const person of [hanako, staff]) {
		await person.opens(evaluation);
		await person.follows('公開してよいと伝える');
		await person.presses('公開してよいと伝える');
	}
	await staff.opens(evaluation);
	await staff.follows('回答する');
	await staff.chooses('反映する');
	await staff.fills('どう反映するか', '4月に連絡網を作り、学校と共有します。');
	await staff.fillsDate('いつまでに', '2027-04-30');
	await staff.presses('回答を公開する');
	const visitor = await city.visitor({ width: 390 });
	await visitor.opens(evaluation);
	await visitor.sees('見方の違い');
	await visitor.reads('学校と組めたことが成果につながった。', '4月に連絡網を作り');
	await visitor.findsThePageSound();
	await visitor.opens(project.path);
	await visitor.reads('終了');
});

step('the next proposal is offered the lessons, and the record of it all can be verified', async () => {
	const hanako = await signedIn('hanako');
	await hanako.opens('/proposals/new');
	await hanako.chooses('提案する団体', '浅川を楽しむ会');
	await hanako.fills('提案の題名', '浅川の水辺、2年目');
	await hanako.presses('提案を書きはじめる');
	await hanako.page.waitForURL(/\/edit/);
	const next = new URL(hanako.page.url()).pathname.replace(/\/edit.*/, '');
	await hanako.opens(`${next}/edit/lessons`);
	await hanako.reads('雨の日の連絡網を年度の初めに決める');
	assert.match(city.command('verify'), /./);
	const record = await city.fetches('/record.jsonl');
	assert.equal(record.status, 200);
	assert.ok(!record.text.includes('川野'), 'a name stands in the record');
});
