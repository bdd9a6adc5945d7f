// The main job, part by part. This one: the agreed proposal and its memorandum.
import { people, city, signedIn, step, carriesOut, declares, proposal, agreement } from './story.mjs';

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
