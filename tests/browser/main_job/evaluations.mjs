// The main job, part by part. This one: the evaluation: sealed sheets, differences, lessons.
import assert from 'node:assert/strict';
import { city, signedIn, step, sealsSheet, proposal, project } from './story.mjs';

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
	await staff.findsThePageSound();
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
	await hanako.findsThePageSound();
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
	await staff.findsThePageSound();
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
