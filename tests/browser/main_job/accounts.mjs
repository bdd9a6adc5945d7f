// The main job, part by part. This one: accounts: the first administrator, departments, a resident.
import { PASSWORD, people, city, signedIn, step, makesAccount } from './story.mjs';

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
