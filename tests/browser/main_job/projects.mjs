// The main job, part by part. This one: the project: start, log, report.
import { people, city, signedIn, isLater, step, declares, group, project } from './story.mjs';

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
