/* What became of the demonstration city's final proposals: agreements and projects, a line a step. How the lines read: demo.h. */
#include "commands/demo.h"

#include <stddef.h>

#define READ "is_read=1"

const struct demo_step demo_agreement_steps[] = {
	{"river", 375, "green", "write", "money=paid\ncost=市の負担金は9万円を上限とし、苗・用具・保険に使います。会は会費から3万5千円を出します。使い道は実績報告で公開します。", ""},
	{"river", 374, "green", "offer", NULL, NULL},
	{"river", 371, "environment", "write", "information=市は工事と草刈りの予定を、決まりしだい会に伝えます。会は巣の場所の地図を市に渡します。めずらしい生きものの場所は公開しません。", ""},
	{"river", 370, "environment", "counter", NULL, NULL},
	{"river", 368, "green", "confirm_group", NULL, READ},
	{"river", 366, "environment", "confirm_city", NULL, READ},
	{"river", 364, "coordinator", "decide", NULL, NULL},
	{"river", 362, "coordinator", "conclude", NULL, "way=seal"},

	{"drill", 343, "safety", "write", "money=paid\ncost=市の負担金は20万円を上限とし、案内板・通訳・ちらしに使います。県の助成金と自己資金は、会が管理します。", ""},
	{"drill", 342, "safety", "offer", NULL, NULL},
	{"drill", 339, "bosai", "confirm_group", NULL, READ},
	{"drill", 337, "safety", "confirm_city", NULL, READ},
	{"drill", 334, "coordinator", "decide", NULL, NULL},
	{"drill", 331, "coordinator", "conclude", NULL, "way=e_contract"},

	{"meal", 259, "kids", "write", "money=paid\ncost=市の負担金は14万円を上限とし、学習支援員の謝礼・手引き・会場に使います。食材は寄附と自己資金でまかないます。", ""},
	{"meal", 258, "kids", "offer", NULL, NULL},
	{"meal", 254, "welfare", "write", "personal_data=気づきの会では子どもの名前を出しません。市につなぐときは、本人と保護者の同意を確かめます。記録は鍵のかかる棚に置き、1年で消します。", ""},
	{"meal", 253, "welfare", "counter", NULL, NULL},
	{"meal", 251, "kids", "confirm_group", NULL, READ},
	{"meal", 250, "welfare", "confirm_city", NULL, READ},
	{"meal", 247, "coordinator", "decide", NULL, NULL},
	{"meal", 244, "coordinator", "conclude", NULL, "way=seal"},

	{"books", 60, "library", "write", "money=none\ncost=お金のやりとりはありません。袋と研修は市、ガソリン代は会が受けもちます。", ""},
	{"books", 59, "library", "offer", NULL, NULL},
	{"books", 47, "bunko", "confirm_group", NULL, READ},
	{"books", 44, "library", "confirm_city", NULL, READ},
	{"books", 26, "coordinator", "decide", NULL, NULL},
	{"books", 21, "coordinator", "conclude", NULL, "way=portal"},

	{"oldhouse", 24, "planning", "write", "money=paid\ncost=市の負担金は12万円を上限とし、材料費の半分にあてます。", ""},
	{"oldhouse", 8, "planning", "offer", NULL, NULL},
	{.subject = NULL},
};

const struct demo_step demo_project_steps[] = {
	{"river", 358, "green", "start", NULL, NULL},
	{"river", 357, "green", "milestone", NULL, "title=手入れの日 はじめの会\ndue_on=@-340\nside=both"},
	{"river", 357, "green", "milestone", NULL, "title=春の観察会\ndue_on=@-300\nside=both"},
	{"river", 356, "environment", "milestone", NULL, "title=草刈りの時期を決める\ndue_on=@-280\nside=city"},
	{"river", 356, "green", "milestone", NULL, "title=花だんの植え付け\ndue_on=@-210\nside=both"},
	{"river", 356, "green", "milestone", NULL, "title=秋の観察会\ndue_on=@-180\nside=group"},
	{"river", 339, "green", "milestone_done", NULL, "milestone=#1\nnote=雨で1週間おくれましたが、46人が集まりました。"},
	{"river", 338, "green", "log", NULL, "day_on=@-339\ntext=はじめての手入れの日。小学生12人をふくむ46人で、ごみ袋21袋を集めました。ほりおこした自転車は市が運びました。"},
	{"river", 299, "green", "milestone_done", NULL, "milestone=#2\nnote=31人が参加。カワニナとメダカを見つけました。"},
	{"river", 298, "environment", "log", NULL, "day_on=@-299\ntext=春の観察会に環境保全課から2人が参加しました。水質の試薬の使い方を、会の方といっしょに子どもに伝えました。"},
	{"river", 282, "environment", "milestone_done", NULL, "milestone=#3\nnote=業者と調整し、南側は8月から10月に変えました。"},
	{"river", 240, "green", "write",
	 "progress.0.now=1時間に16人\nprogress.0.note=朝の散歩がふえました\nprogress.1.now=1回に12袋\nprogress.1.note=橋の下に集中しています\nprogress.2.now=2回で67人\nprogress.2.note=\n"
	 "well=手入れの日に来る人が毎回ふえています。市の職員も作業着で参加し、話しながら進められました。\nadjust=用具の置き場がせまくなりました。川端町内会の倉庫を借りる相談をしたいです。", "interim"},
	{"river", 238, "green", "interim", NULL, NULL},
	{"river", 230, "environment", "interim_view", NULL, "view=目標に近づいています。用具の置き場は、町内会と三者で話す場を市がつくります。8月の草刈りの連絡が遅れたことをおわびします。"},
	{"river", 209, "green", "milestone_done", NULL, "milestone=#4\nnote=宿根草300株を植えました。"},
	{"river", 208, "green", "log", NULL, "day_on=@-209\ntext=花だんの植え付け。保育園の子どもたちが名札を書いてくれました。"},
	{"river", 181, "green", "milestone_moved", "台風のあとで川の水が多いため、2週間のばします。", "milestone=#5\ndue_on=@-165"},
	{"river", 164, "green", "milestone_done", NULL, "milestone=#5\nnote=28人が参加しました。"},
	{"river", 150, "environment", "log", NULL, "day_on=@-151\ntext=今年度の最後の手入れの日。集まったごみは7袋でした。はじめの日の3分の1です。"},
	{"river", 126, "green", "write",
	 "done=手入れの日を9回、観察会を3回ひらき、川端橋から中の橋までに花だんをつくりました。\nresults.0.result=1時間に21人\nresults.0.reason=花だんができてから、散歩の道を変えた人が多いです。\nresults.1.result=1回に7袋\n"
	 "results.1.reason=\nresults.2.result=年に85人\nresults.2.reason=台風で秋の観察会の参加が少なくなりました。\nevents=12\nparticipants=412\npeople=保育園児から91歳の方まで参加しました。車いすの方のために、坂の道を平らにしました。\n"
	 "costs.0.spent=58200\ncosts.1.spent=31400\ncosts.2.spent=15000\ncosts.3.spent=17600\ncosts.4.spent=9100\n"
	 "good=市の職員が毎回来て、その場で決められたことが力になりました。\nhard=市の草刈りの予定が変わったことを、当日まで知りませんでした。\nnext=年のはじめに、市の工事と草刈りの予定をまとめて受け取る日をつくりたいです。", "final"},
	{"river", 122, "green", "report", NULL, NULL},
	{"river", 112, "environment", "accept", NULL, NULL},

	{"drill", 324, "bosai", "start", NULL, NULL},
	{"drill", 323, "bosai", "milestone", NULL, "title=絵の案内板の下絵\ndue_on=@-280\nside=both"},
	{"drill", 323, "safety", "milestone", NULL, "title=1回目の訓練\ndue_on=@-200\nside=both"},
	{"drill", 323, "bosai", "milestone", NULL, "title=2回目の訓練\ndue_on=@-60\nside=both"},
	{"drill", 279, "bosai", "milestone_done", NULL, "milestone=#1\nnote=聞こえない方と外国人の方8人と、20種類を選びました。"},
	{"drill", 278, "bosai", "log", NULL, "day_on=@-280\ntext=下絵を見てもらう会。「トイレの絵が分からない」という声で、3つを描きなおしました。"},
	{"drill", 198, "safety", "milestone_done", NULL, "milestone=#2\nnote=外国人18人、聞こえない方6人をふくむ160人が参加。"},
	{"drill", 197, "safety", "log", NULL, "day_on=@-200\ntext=緑が丘小学校で1回目の訓練。手話の案内の位置が低く、後ろから見えませんでした。次は台の上に立ちます。"},
	{"drill", 59, "bosai", "milestone_done", NULL, "milestone=#3\nnote=外国人43人をふくむ210人が参加。"},
	{"drill", 57, "bosai", "log", NULL, "day_on=@-60\ntext=2回目の訓練。出口で聞いた3つの質問に、86パーセントの方が「分かった」と答えました。"},
	{"drill", 20, "bosai", "write",
	 "done=絵の案内板20種類を3か所の避難所に置き、3か国語と手話の訓練を2回しました。\nresults.0.result=43人\nresults.0.reason=日本語教室で呼びかけたことがよかったです。\nresults.1.result=86パーセント\nresults.1.reason=\nresults.2.result=3か所\n"
	 "results.2.reason=\nevents=2\nparticipants=370\npeople=7つの国の人が参加しました。\ncosts.0.spent=118000\ncosts.1.spent=76000\ncosts.2.spent=52000\ncosts.3.spent=21000\n"
	 "good=当事者が案内板をつくる側になったことです。\nhard=通訳の方の日程がなかなか決まりませんでした。\nnext=残りの避難所にも案内板を広げたいです。", "final"},
	{"drill", 6, "bosai", "report", NULL, NULL},

	{"meal", 228, "kids", "start", NULL, NULL},
	{"meal", 227, "kids", "milestone", NULL, "title=学習の時間をはじめる\ndue_on=@-200\nside=group"},
	{"meal", 227, "welfare", "milestone", NULL, "title=つなぎ方の手引き 第1版\ndue_on=@-140\nside=both"},
	{"meal", 226, "kids", "milestone", NULL, "title=シールアンケート 2回目\ndue_on=@25\nside=group"},
	{"meal", 226, "welfare", "milestone", NULL, "title=手引きの見直し\ndue_on=@70\nside=both"},
	{"meal", 199, "kids", "milestone_done", NULL, "milestone=#1\nnote=大学生6人が手伝いに来てくれました。"},
	{"meal", 198, "kids", "log", NULL, "day_on=@-199\ntext=学習の時間の1回目。11人が宿題をしました。終わってから食べるカレーが人気です。"},
	{"meal", 142, "welfare", "milestone_moved", "弁護士の確認に時間がかかっています。確認がすんだところから、気づきの会で使いはじめます。", "milestone=#2\ndue_on=@-110"},
	{"meal", 111, "welfare", "milestone_done", NULL, "milestone=#2\nnote=500部を印刷し、食堂と学校に置きました。"},
	{"meal", 110, "welfare", "log", NULL, "day_on=@-112\ntext=つなぎ方の手引きができました。こども食堂の方の「まず、いっしょに食べる」という一文を、はじめに置きました。"},
	{"meal", 66, "kids", "write",
	 "progress.0.now=1回13人\nprogress.0.note=テストの前は20人をこえます\nprogress.1.now=6件\nprogress.1.note=名前は残していません\nprogress.2.now=58パーセント\nprogress.2.note=1回目のシールアンケート\n"
	 "well=気づきの会のおかげで、スタッフがひとりで悩まなくなりました。\nadjust=夏休みは学生が少なく、学習の時間を休んだ週がありました。秋から社会人の方にも声をかけます。", "interim"},
	{"meal", 64, "kids", "interim", NULL, NULL},
	{"meal", 56, "welfare", "interim_view", NULL, "view=つないだ相談は、どれも早い段階のものでした。社会人の学習ボランティアは、市の登録者にも案内します。"},
	{"meal", 9, "kids", "log", NULL, "day_on=@-10\ntext=社会人のボランティア3人が加わりました。元理科の先生の実験に、子どもたちが集まりました。"},
	{.subject = NULL},
};
