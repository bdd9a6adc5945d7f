/* The meetings of the demonstration city, with agenda, sign-ups, minutes and promises. How the lines read: demo.h. */
#include "commands/demo.h"

#include <stddef.h>

#define HALL "\nplace=市民活動支援センター 大会議室\nstop=みどり野駅 南口から歩いて5分\nonline=https://meet.city.example/kyodo\ncapacity=40"

const struct demo_step demo_meeting_steps[] = {
	{"m1", 236, "coordinator", "open", NULL,
	 "title=第1回 情報交換会\nkind=meeting\nday=<-195\nstarts=18:30\nends=20:30" HALL "\ngroup=~npocenter\ndepartment=%collaboration\nabout=ことしの協働の進み具合と、これから話したいことを出し合います。見学だけでも、どうぞ。"},
	{"m1", 234, "coordinator", "open_agenda", NULL, NULL},
	{"m1", 226, "npocenter", "add_item", NULL, "case_id=\ntitle=夜に使える会議室をふやすには\nnote=仕事のあとに集まる団体が、場所さがしにこまっています。\ngroup_id=~npocenter\ndepartment_id=0\nstate=proposed"},
	{"m1", 214, "publicity", "add_item", NULL, "case_id=\ntitle=広報紙に、団体のページをつくる\nnote=どんな記事なら読まれるか、いっしょに考えたいです。\ngroup_id=0\ndepartment_id=%publicity\nstate=proposed"},
	{"m1", 212, "bunko", "add_item", NULL, "case_id=~books\ntitle=\nnote=本を届ける回数について、みなさんの考えを聞きたいです。\ngroup_id=~bunko\ndepartment_id=0\nstate=proposed"},
	{"m1", 210, "npocenter", "accept_item", NULL, "item_id=#1"},
	{"m1", 210, "coordinator", "accept_item", NULL, "item_id=#2"},
	{"m1", 209, "coordinator", "accept_item", NULL, "item_id=#3"},
	{"m1", 203, "coordinator", "fix", NULL, NULL},
	{"m1", 200, "green", "signup", "", "way=site\nneeds_note=\nconsent=0"},
	{"m1", 199, "member", "signup", "", "way=online\nneeds_note=\nconsent=0"},
	{"m1", 195, "coordinator", "hold", NULL, "came_site=23\ncame_online=9"},
	{"m1", 195, "coordinator", "results", NULL,
	 "results.0.id=#1\nresults.0.result=take\nresults.0.note=市は学校の会議室を調べ、次の会までに答えます。\nresults.1.id=#2\nresults.1.result=go\nresults.1.note=年に4回、1ページを団体のページにします。\n"
	 "results.2.id=#3\nresults.2.result=continue\nresults.2.note=月に1回ではじめ、1年後に数を見てもう一度話し合います。"},

	{"m2", 75, "coordinator", "open", NULL,
	 "title=第2回 情報交換会\nkind=meeting\nday=<-33\nstarts=14:00\nends=16:00" HALL "\ngroup=~green\ndepartment=%environment\nabout=川と用水、通学路、公園の灯りについて、団体と市がいっしょに話します。"},
	{"m2", 74, "coordinator", "open_agenda", NULL, NULL},
	{"m2", 47, "school", "add_item", NULL, "case_id=~map\ntitle=\nnote=市の答えを、子どもにどう伝えるかを話したいです。\ngroup_id=~school\ndepartment_id=0\nstate=proposed"},
	{"m2", 46, "parks", "add_item", NULL, "case_id=~lamps\ntitle=\nnote=安全とほたるの、どちらも大切にする方法を考えます。\ngroup_id=0\ndepartment_id=%parks\nstate=proposed"},
	{"m2", 45, "asahi", "add_item", NULL, "case_id=\ntitle=自治会の会費を市が集めることについて\nnote=\ngroup_id=~asahi\ndepartment_id=0\nstate=proposed"},
	{"m2", 42, "green", "accept_item", NULL, "item_id=#2"},
	{"m2", 42, "environment", "accept_item", NULL, "item_id=#3"},
	{"m2", 41, "environment", "refuse_item", "会費は自治会ごとに決めることなので、情報交換会ではなく、自治会連合会の集まりで話すことをおすすめします。", "item_id=#4"},
	{"m2", 40, "coordinator", "fix", NULL, NULL},
	{"m2", 38, "member", "signup", "", "way=site\nneeds_note=\nconsent=0"},
	{"m2", 37, "resident", "signup", "childcare", "way=site\nneeds_note=1歳の子どもが1人います\nconsent=1"},
	{"m2", 33, "coordinator", "hold", NULL, "came_site=19\ncame_online=12"},
	{"m2", 33, "coordinator", "results", NULL,
	 "results.0.id=#1\nresults.0.result=continue\nresults.0.note=約束の期限がすぎています。次の会で報告します。\nresults.1.id=#2\nresults.1.result=go\nresults.1.note=市の答えは、ふりがなをつけた1枚の紙にします。\n"
	 "results.2.id=#3\nresults.2.result=take\nresults.2.note=灯りを変える試みのやり方を、それぞれが持ち帰ります。"},

	{"m3", 30, "coordinator", "open", NULL,
	 "title=第3回 情報交換会\nkind=meeting\nday=>18\nstarts=18:30\nends=20:30" HALL "\ngroup=~green\ndepartment=%welfare\nabout=見守りと居場所をテーマに話します。はじめての方も歓迎します。"},
	{"m3", 28, "coordinator", "open_agenda", NULL, NULL},
	{"m3", 14, "visit", "add_item", NULL, "case_id=~lunch\ntitle=\nnote=訪問でだれかの変化に気づいたとき、どうつなぐかを話したいです。\ngroup_id=~visit\ndepartment_id=0\nstate=proposed"},
	{"m3", 12, "welfare", "add_item", NULL, "case_id=\ntitle=居場所をひらいている団体の地図をつくる\nnote=どこに、いつ、どんな居場所があるかを1枚にまとめます。\ngroup_id=0\ndepartment_id=%welfare\nstate=proposed"},
	{"m3", 10, "green", "accept_item", NULL, "item_id=#2"},
	{"m3", 9, "resident", "signup", "childcare sign", "way=site\nneeds_note=手話は前のほうの席だと助かります\nconsent=1"},
	{"m3", 8, "green", "signup", "", "way=site\nneeds_note=\nconsent=0"},
	{"m3", 7, "kids", "signup", "", "way=online\nneeds_note=\nconsent=0"},
	{"m3", 5, "starter", "signup", "wheelchair", "way=site\nneeds_note=\nconsent=1"},
	{"m3", 4, "cafe", "add_item", NULL, "case_id=~daycafe\ntitle=\nnote=空き店舗を居場所にするときの、大家さんとの話し方を知りたいです。\ngroup_id=~cafe\ndepartment_id=0\nstate=proposed"},

	{"m4", 15, "coordinator", "open", NULL,
	 "title=春の団体交流会\nkind=exchange\nday=>75\nstarts=13:30\nends=16:00\nplace=中央公民館 ホール\nstop=市役所前 バス停からすぐ\nonline=\ncapacity=80\ngroup=~npocenter\ndepartment=%collaboration\nabout=団体どうしが知り合う会です。活動の紹介を3分ずつします。"},
	{.subject = NULL},
};

const struct demo_step demo_minutes_steps[] = {
	{"m1", 190, "coordinator", "write",
	 "attendance=団体 18団体23人、市 6課9人（うちオンライン9人）\nsummary=はじめての情報交換会でした。夜の会議室、広報紙、本を届ける回数について話しました。\n"
	 "item_#1=学校の会議室は夜9時まで使えるところがあります。鍵の受け渡しが課題です。\nitem_#2=写真の大きい記事が読まれています。団体が書き、市が読みやすくします。\nitem_#3=月に2回がよいという声と、まず月に1回という声がありました。どちらも記録します。\n"
	 "decisions=広報紙の団体のページは、次の次の号からはじめます。\n"
	 "promises.0.who=d%publicity\npromises.0.what=広報紙に団体のページをつくる\npromises.0.due=@-120\npromises.0.item=item_#2\n"
	 "promises.1.who=g~npocenter\npromises.1.what=記事を書きたい団体の一覧をまとめる\npromises.1.due=@-150\npromises.1.item=item_#2\n"
	 "promises.2.who=d%collaboration\npromises.2.what=夜に使える学校の会議室を調べて知らせる\npromises.2.due=@-60\npromises.2.item=item_#1", ""},
	{"m1", 187, "coordinator", "put_out", NULL, NULL},
	{"m1", 184, "bunko", "propose", NULL,
	 "part=item_#3\nwording=月に2回がよいという声が多く、まず月に1回という声もありました。どちらも記録します。\nwhy=会場では、月に2回という声のほうが多かったためです。\nside=group\ngroup_id=~bunko\ndepartment_id=0"},
	{"m1", 180, "coordinator", "take", NULL, "correction_id=1\nwording=月に2回がよいという声が多く、まず月に1回という声もありました。どちらも記録します。\nanswer=録音を聞きなおし、そのとおりに直しました。"},
	{"m1", 166, "npocenter", "confirm_group", NULL, NULL},
	{"m1", 164, "coordinator", "confirm_city", NULL, NULL},

	{"m2", 27, "coordinator", "write",
	 "attendance=団体 14団体19人、市 7課12人\nsummary=通学路の地図と、公園の灯りについて話しました。\nitem_#1=夜の会議室の調査は、学校との調整が続いています。\nitem_#2=子どもに分かることばで答えることを、市が約束しました。\n"
	 "item_#3=灯りを消すことには反対の声もありました。試す期間を短くする案が出ました。\ndecisions=通学路の地図は、このまま進めます。\n"
	 "promises.0.who=d%parks\npromises.0.what=ふりがなつきの答えの紙の見本をつくる\npromises.0.due=@20\npromises.0.item=item_#2\n"
	 "promises.1.who=g~firefly\npromises.1.what=灯りを変える場所の地図をつくる\npromises.1.due=@35\npromises.1.item=item_#3", ""},
	{"m2", 24, "coordinator", "put_out", NULL, NULL},
	{"m2", 20, "firefly", "propose", NULL,
	 "part=item_#3\nwording=灯りを消すことには反対の声も賛成の声もありました。試す期間を短くする案が出ました。\nwhy=賛成した人も3人いました。\nside=group\ngroup_id=~firefly\ndepartment_id=0"},
	{.subject = NULL},
};

const struct demo_step demo_promise_steps[] = {
	{"m1/2", 152, "npocenter", "move", "団体への声かけに時間がかかっています。", "due=@-130"},
	{"m1/2", 131, "coordinator", "kept", NULL, NULL},
	{"m1/1", 118, "coordinator", "kept", NULL, NULL},
	{.subject = NULL},
};
