// The story's city, its people, its cases, and what several steps do alike. Each step goes on where the one before ended.
import test from 'node:test';
import { portal } from '../support.mjs';

export const PASSWORD = 'mizu-to-midori-2026';
export const people = {
	admin: 'admin@city.example',
	coordinator: 'madoguchi@city.example',
	staff: 'kankyo@city.example',
	hanako: 'hanako@asakawa.example',
	taro: 'taro@asakawa.example',
};
export const city = await portal({ database: 'empty', now: '2026-06-01T09:00:00+09:00' });
export const signedIn = (who, options) => city.as(people[who], { password: PASSWORD, ...options });

/** The clock moves on; whoever was signed in signs in again. */
export async function isLater(now) {
	await city.moveTo(now);
	for (const who of ['coordinator', 'staff', 'hanako']) await (await signedIn(who, { anew: true })).leaves();
}

// The whole story stops at its first broken step: what follows could only repeat the fault.
let isBroken = false;
export const step = (name, act) => test(name, async (t) => {
	if (isBroken) return t.skip('an earlier step failed');
	isBroken = true;
	await act();
	isBroken = false;
});

export const group = {};
export const proposal = {};
export const meeting = {};
export const agreement = {};
export const project = {};

/** Makes an account with a post through the pages of admin; the person chooses the password by the mailed link. */
export async function makesAccount(admin, name, email, role, department) {
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
export async function carriesOut(coordinator, number) {
	await coordinator.sees('起案資料');
	await coordinator.fills('文書番号', number);
	await coordinator.presses('施行する');
	await coordinator.reads('施行しました');
}

export async function declares(person) {
	for (const box of await person.page.locator('main form input[type=checkbox]').all()) await box.check();
}

/** Fills a sheet: 3 everywhere but where `marks` says otherwise, then seals it. */
export async function sealsSheet(person, marks) {
	await person.opens(`${project.path}/evaluation/sheet`);
	for (const item of ['purpose', 'roles', 'process', 'equality', 'results', 'beneficiaries', 'cost', 'synergy', 'wider']) {
		const mark = marks[item] ?? 3;
		const step = person.page.locator(`[name=${item}][value="${mark}"]`);
		if (!(await step.count())) continue; // the short sheet asks less
		await step.check();
		if (mark <= 2) await person.page.locator(`[name=${item}_why]`).fill('雨の日の連絡がおそかったため。');
	}
	await person.findsThePageSound();
	await person.presses('保存して内容を確認する');
	await person.findsThePageSound();
	await person.presses('封をして提出する');
	await person.reads('封をして提出しました');
}
