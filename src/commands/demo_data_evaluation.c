/* The evaluation of the demonstration city's closed project: two sheets, the talk, the lessons and their answers. How the lines read: demo.h. */
#include "commands/demo.h"

#include <stddef.h>

const struct demo_step demo_evaluation_steps[] = {
	{"river", 101, "green", "write",
	 "purpose=4\npurpose_why=何のためにするかを、はじめに何度も話せました。\nroles=4\nroles_why=\nprocess=2\nprocess_why=市の草刈りの予定が変わったことを、当日まで知らされませんでした。連絡の道すじが決まっていませんでした。\n"
	 "equality=3\nequality_why=\nresults=4\nresults_why=散歩の人は目標をこえました。\nbeneficiaries=5\nbeneficiaries_why=車いすの方も来られる道になりました。\ncost=2\n"
	 "cost_why=負担金の支払いが年の後半で、苗の代金を会が半年立てかえました。\nsynergy=4\nsynergy_why=\nwider=3\nwider_why=\noverall=つらい時もありましたが、市の人と長ぐつで話せたことが財産です。", "group"},
	{"river", 99, "green", "put_group", NULL, NULL},
	{"river", 98, "environment", "write",
	 "purpose=4\npurpose_why=\nroles=4\nroles_why=役割の表が、迷ったときのよりどころになりました。\nprocess=4\nprocess_why=毎月の手入れの日に会えたので、よく話せたと考えています。\nequality=4\nequality_why=\nresults=5\nresults_why=ごみの量が目標より減りました。\n"
	 "beneficiaries=4\nbeneficiaries_why=\ncost=4\ncost_why=少ない費用で大きな成果がありました。\nsynergy=4\nsynergy_why=市だけではできない観察会でした。\nwider=3\nwider_why=\noverall=市の仕事の進め方を見なおすきっかけになりました。", "city"},
	{"river", 97, "environment", "put_city", NULL, NULL},
	{"river", 72, "green", "write",
	 "talked_on=@-74\npresent=みどり野川を愛する会 4人、環境保全課 3人、中間支援組織 1人（立会い）\n"
	 "process=会って話すことはできていましたが、予定が変わったときの連絡を、だれがするかを決めていませんでした。会は「知らされなかった」、課は「業者から伝わったと思っていた」と分かりました。\n"
	 "cost=課は全体の費用を、会は立てかえの負担を見ていました。支払いの時期は、課の中でも早められることが分かりました。\nnotes=坂の道を平らにしたことは、役割の表になかった工夫でした。\n"
	 "conclusion=花と生きものの川べりづくりは、散歩する人とごみの量の目標をこえました。会って話す関係ができた一方で、予定の変更の連絡とお金の支払いの時期に、見方のちがいがありました。次は、連絡の担当者と支払いの月を覚書に書きます。", "talk"},
	{"river", 71, "green", "talk", NULL, NULL},
	{"river", 68, "green", "confirm_group", NULL, NULL},
	{"river", 65, "environment", "confirm_city", NULL, NULL},
	{"river", 60, "environment", "write",
	 "lessons.0.lesson=草刈りと工事の予定の変更は、決まった日のうちに、決まった担当者から団体に伝える。\nlessons.0.side=city\nlessons.1.lesson=負担金は、苗を買う月の前に支払えるようにする。\nlessons.1.side=city\n"
	 "lessons.2.lesson=用具の置き場を、はじめる前に決めておく。\nlessons.2.side=group", "lessons"},
	{"river", 59, "environment", "lessons", NULL, NULL},
	{"river", 56, "green", "release_group", NULL, NULL},
	{"river", 53, "environment", "release_city", NULL, NULL},
	{"river", 46, "environment", "answer_city", NULL, "number=1\nanswer=yes\nwhy=連絡の担当を2人決め、変更の日のうちに電話とメールで伝えます。ほかの団体との仕事でも同じにします。\nby_on=@30"},
	{"river", 41, "environment", "answer_city", NULL, "number=2\nanswer=yes\nwhy=来年度から、年度のはじめに半分を支払えるように、覚書のひな形を変えます。\nby_on=@120"},
	{"river", 37, "green", "answer_group", NULL, "number=3\nanswer=yes\nwhy=川端町内会の倉庫を借りることが決まりました。\nby_on=@20"},
	{.subject = NULL},
};
