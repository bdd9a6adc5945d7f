-- The store of one city. One section a feature; each table has one owner, whose store.c alone writes it.
-- `…_at` is an instant in UTC seconds, `…_on` a day as ISO text, money is whole yen, flags are 0 or 1.

-- ============================================================ identity
-- owner: identity
-- A person who may sign in, or whom the city writes to. Somebody without an e-mail address has email NULL.
CREATE TABLE people (
	id INTEGER PRIMARY KEY, -- never reused for somebody else
	email TEXT UNIQUE, -- folded; NULL for people reached by post or phone
	name TEXT NOT NULL, -- as the person wrote it; shown only to those who work with them
	kana TEXT NOT NULL DEFAULT '', -- reading of the name, full-width katakana
	public_name TEXT NOT NULL DEFAULT '', -- the name others see; '' shows 市民
	phone TEXT NOT NULL DEFAULT '', -- digits only
	address TEXT NOT NULL DEFAULT '', -- for letters
	password_hash TEXT NOT NULL DEFAULT '', -- argon2id; '' until one was chosen
	language TEXT NOT NULL DEFAULT 'ja', -- ja, easy or en: of pages after signing in and of mails
	email_confirmed_at INTEGER NOT NULL DEFAULT 0, -- when the address was proved; 0 not yet
	email_refused_at INTEGER NOT NULL DEFAULT 0, -- when a mail server refused the address for good; 0 never
	disabled_at INTEGER NOT NULL DEFAULT 0, -- when the account was closed; 0 open
	created_at INTEGER NOT NULL -- when the row was made
) STRICT;

-- owner: identity
-- A city department, so that cases belong to posts and not to persons.
CREATE TABLE departments (
	id INTEGER PRIMARY KEY, -- address of its page
	code TEXT NOT NULL UNIQUE, -- short Latin name, e.g. environment
	name TEXT NOT NULL, -- e.g. 環境保全課
	about TEXT NOT NULL DEFAULT '', -- what it does
	can_do TEXT NOT NULL DEFAULT '', -- what it can do together with groups
	cannot_do TEXT NOT NULL DEFAULT '', -- what it cannot do, and why
	budget_season TEXT NOT NULL DEFAULT '', -- when next year's budget is asked for
	answer_days INTEGER NOT NULL DEFAULT 10, -- working days until an answer
	themes TEXT NOT NULL DEFAULT '', -- what it looks for partners for
	phone TEXT NOT NULL DEFAULT '', -- digits only
	is_coordinator INTEGER NOT NULL DEFAULT 0, -- 1 for the city's collaboration section
	from_on TEXT NOT NULL DEFAULT '2000-04-01', -- first day
	until_on TEXT NOT NULL DEFAULT '' -- last day; '' while it exists
) STRICT;

-- owner: identity
-- Who holds which post from when until when. A person may hold several.
CREATE TABLE seats (
	id INTEGER PRIMARY KEY, -- of the seat
	person_id INTEGER NOT NULL REFERENCES people (id), -- who
	role TEXT NOT NULL, -- member contact representative | staff head promoter coordinator | reviewer intermediary admin
	group_id INTEGER REFERENCES cases (id), -- for member, contact, representative
	department_id INTEGER REFERENCES departments (id), -- for staff, head, promoter, coordinator
	may_submit INTEGER NOT NULL DEFAULT 0, -- the group lets this member submit
	from_on TEXT NOT NULL, -- first day
	until_on TEXT NOT NULL DEFAULT '' -- last day; '' open
) STRICT;
CREATE INDEX seats_person ON seats (person_id);
CREATE INDEX seats_group ON seats (group_id, role);
CREATE INDEX seats_department ON seats (department_id, role);
CREATE INDEX seats_role ON seats (role);

-- owner: identity
-- A signed-in browser. The cookie's token is kept only as a hash.
CREATE TABLE sessions (
	token_hash TEXT PRIMARY KEY, -- keyed hash of the cookie
	person_id INTEGER NOT NULL REFERENCES people (id), -- who
	is_short INTEGER NOT NULL DEFAULT 0, -- 1 on a shared device: ends after 30 minutes
	created_at INTEGER NOT NULL, -- when signed in
	seen_at INTEGER NOT NULL -- last use, kept to 10 minutes
) STRICT;
CREATE INDEX sessions_person ON sessions (person_id);
CREATE INDEX sessions_seen ON sessions (seen_at);

-- owner: identity
-- A link and a six-digit code sent to an address: sign-up, password reset, invitation, change of address.
CREATE TABLE mail_tokens (
	token_hash TEXT PRIMARY KEY, -- keyed hash of the link's token
	code_hash TEXT NOT NULL DEFAULT '', -- keyed hash of the six digits
	purpose TEXT NOT NULL, -- signup reset invite email
	email TEXT NOT NULL, -- whom it was sent to
	person_id INTEGER REFERENCES people (id), -- whose account, if any
	content TEXT NOT NULL DEFAULT '{}', -- JSON: what the purpose needs (name, group, role)
	tries INTEGER NOT NULL DEFAULT 0, -- wrong codes so far; 5 end the code
	expires_at INTEGER NOT NULL, -- end of its life
	used_at INTEGER NOT NULL DEFAULT 0 -- when it was used; 0 not yet
) STRICT;
CREATE INDEX mail_tokens_email ON mail_tokens (email, purpose);
CREATE INDEX mail_tokens_expires ON mail_tokens (expires_at);

-- owner: identity
-- Attempts that are slowed down: one row a key (account, address) and window.
CREATE TABLE attempts (
	key TEXT NOT NULL, -- purpose and keyed hash of what is counted
	began_at INTEGER NOT NULL, -- start of the window of time
	count INTEGER NOT NULL, -- so far
	PRIMARY KEY (key, began_at)
) STRICT;
CREATE INDEX attempts_began ON attempts (began_at);

-- ============================================================ workflow
-- owner: workflow
-- Every case: a group, a proposal, an agreement, a project, an evaluation, a meeting, minutes. Its state changes only by moves.
CREATE TABLE cases (
	id INTEGER PRIMARY KEY AUTOINCREMENT, -- the id in its address
	kind TEXT NOT NULL, -- groups proposals agreements projects evaluations meetings minutes promises …
	state TEXT NOT NULL, -- of its machine
	version INTEGER NOT NULL DEFAULT 1, -- rises with every move: a stale move is answered 409
	number TEXT NOT NULL DEFAULT '', -- 受付番号; '' before it is given
	title TEXT NOT NULL, -- what people call it
	summary TEXT NOT NULL DEFAULT '', -- one or two sentences for lists
	group_id INTEGER REFERENCES cases (id), -- the group it belongs to (a group: itself)
	department_id INTEGER REFERENCES departments (id), -- the department it belongs to
	author_id INTEGER REFERENCES people (id), -- who opened it
	parent_id INTEGER REFERENCES cases (id), -- what it grew from (proposal → agreement → project → evaluation)
	is_public INTEGER NOT NULL DEFAULT 0, -- 1: everybody may read it
	is_paper INTEGER NOT NULL DEFAULT 0, -- 1: entered by the desk for somebody (代行入力)
	turn TEXT NOT NULL DEFAULT 'none', -- whose turn: group city both none
	turn_since_on TEXT NOT NULL DEFAULT '', -- since when
	due_on TEXT NOT NULL DEFAULT '', -- until when; '' no date
	reminded_on TEXT NOT NULL DEFAULT '', -- last reminder
	created_at INTEGER NOT NULL, -- entry
	changed_at INTEGER NOT NULL, -- last move or change
	received_on TEXT NOT NULL DEFAULT '' -- 受付日
) STRICT;
CREATE INDEX cases_public ON cases (kind, is_public, changed_at DESC, id DESC);
CREATE INDEX cases_kind ON cases (kind, state, id DESC);
CREATE INDEX cases_group ON cases (group_id, kind, id DESC);
CREATE INDEX cases_department ON cases (department_id, kind, id DESC);
CREATE INDEX cases_author ON cases (author_id, kind, id DESC);
CREATE INDEX cases_parent ON cases (parent_id, kind);
CREATE INDEX cases_turn ON cases (turn, due_on);
CREATE INDEX cases_new ON cases (is_public, changed_at DESC, id DESC);

-- owner: workflow
-- What was typed for a case: numbered versions of one JSON object (field → value), a part for each sheet that is kept apart.
CREATE TABLE case_versions (
	id INTEGER PRIMARY KEY, -- of the version
	case_id INTEGER NOT NULL REFERENCES cases (id), -- whose
	part TEXT NOT NULL DEFAULT '', -- '' the case's own text; 'group' and 'city' for sealed sheets; 'next' for a change not yet accepted
	number INTEGER NOT NULL, -- 1, 2, 3 … of the part
	content TEXT NOT NULL, -- canonical JSON
	fingerprint TEXT NOT NULL, -- SHA-256 of content, hex
	is_draft INTEGER NOT NULL, -- 1: still being written, saved over; 0: kept for ever
	saved_by INTEGER REFERENCES people (id), -- who saved last
	side TEXT NOT NULL DEFAULT '', -- group or city: which side wrote it
	saved_at INTEGER NOT NULL, -- when
	saves INTEGER NOT NULL DEFAULT 1, -- rises with every save of a draft: an older one is answered 409
	UNIQUE (case_id, part, number)
) STRICT;

-- owner: workflow
-- The last number given to each kind of case in each fiscal year.
CREATE TABLE counters (
	name TEXT NOT NULL, -- kind of case
	year INTEGER NOT NULL, -- fiscal year
	last INTEGER NOT NULL, -- last number given
	PRIMARY KEY (name, year)
) STRICT;

-- owner: workflow
-- The hash-chained record of every move. Contents open only while the case is public and the move is not shut.
CREATE TABLE ledger (
	number INTEGER PRIMARY KEY, -- 1, 2, 3 … without gaps
	at INTEGER NOT NULL, -- instant of entry
	case_id INTEGER NOT NULL REFERENCES cases (id), -- which case
	move TEXT NOT NULL, -- kind.move
	is_shut INTEGER NOT NULL, -- 1: its content never opens
	content TEXT NOT NULL, -- sorted compact JSON: case, kind, move, from, to, role, clause, effective_on, reason
	salt TEXT NOT NULL, -- hex; '' once erased
	content_hash TEXT NOT NULL, -- SHA-256(salt ‖ content), hex
	hash TEXT NOT NULL -- SHA-256(previous hash ‖ number ‖ time ‖ content_hash), hex
) STRICT;
CREATE INDEX ledger_case ON ledger (case_id, number);

-- owner: workflow
-- A move that binds the city, prepared (案) and not yet carried out (施行).
CREATE TABLE drafts (
	id INTEGER PRIMARY KEY, -- in its address
	case_id INTEGER NOT NULL REFERENCES cases (id), -- which case
	move TEXT NOT NULL, -- name of the move in the case's machine
	case_version INTEGER NOT NULL, -- the version it was prepared for
	content TEXT NOT NULL DEFAULT '{}', -- JSON: what was typed with it
	reason TEXT NOT NULL DEFAULT '', -- why, in the 起案資料
	drafted_by INTEGER REFERENCES people (id), -- who prepared it
	drafted_at INTEGER NOT NULL, -- when
	state TEXT NOT NULL DEFAULT 'open', -- open done dropped
	decided_on TEXT NOT NULL DEFAULT '', -- 決裁日
	document_number TEXT NOT NULL DEFAULT '', -- 文書番号
	closed_at INTEGER NOT NULL DEFAULT 0 -- when carried out or dropped
) STRICT;
CREATE INDEX drafts_case ON drafts (case_id, state);
CREATE INDEX drafts_open ON drafts (state, drafted_at);

-- owner: workflow
-- What a person was told: the inbox.
CREATE TABLE notices (
	id INTEGER PRIMARY KEY, -- of the notice
	person_id INTEGER NOT NULL REFERENCES people (id), -- who is told
	case_id INTEGER REFERENCES cases (id), -- about what
	ledger_number INTEGER REFERENCES ledger (number), -- by which move
	text_key TEXT NOT NULL, -- key of the sentence
	content TEXT NOT NULL DEFAULT '{}', -- JSON: values for the sentence
	path TEXT NOT NULL, -- where it leads, without language
	created_at INTEGER NOT NULL, -- when
	read_at INTEGER NOT NULL DEFAULT 0 -- when opened; 0 not yet
) STRICT;
CREATE INDEX notices_person ON notices (person_id, id DESC);
CREATE INDEX notices_unread ON notices (person_id, read_at);
CREATE INDEX notices_case ON notices (case_id, id DESC);

-- owner: workflow
-- E-mails to deliver; `kyodo mail` claims, sends and marks them.
CREATE TABLE outbox (
	id INTEGER PRIMARY KEY, -- of the mail
	notice_id INTEGER REFERENCES notices (id), -- of which notice; NULL for codes and links
	person_id INTEGER REFERENCES people (id), -- to whom, if known
	email TEXT NOT NULL, -- address
	subject TEXT NOT NULL, -- UTF-8
	body TEXT NOT NULL, -- UTF-8 plain text
	message_id TEXT NOT NULL UNIQUE, -- the same at every try
	state TEXT NOT NULL DEFAULT 'waiting', -- waiting claimed sent refused
	tries INTEGER NOT NULL DEFAULT 0, -- so far
	next_at INTEGER NOT NULL, -- not before
	claimed_at INTEGER NOT NULL DEFAULT 0, -- when a deliverer took it
	sent_at INTEGER NOT NULL DEFAULT 0, -- when the server said 250
	answer TEXT NOT NULL DEFAULT '' -- the server's last words
) STRICT;
CREATE INDEX outbox_waiting ON outbox (state, next_at);

-- owner: workflow
-- The 郵送・電話 list: notices to people whom no e-mail reaches. A notice counts when it is ticked here.
CREATE TABLE letters (
	id INTEGER PRIMARY KEY, -- of the entry
	notice_id INTEGER NOT NULL REFERENCES notices (id), -- what is to be told
	person_id INTEGER NOT NULL REFERENCES people (id), -- to whom
	why TEXT NOT NULL, -- no_email or refused
	created_at INTEGER NOT NULL, -- when
	done_at INTEGER NOT NULL DEFAULT 0, -- when told; 0 not yet
	done_by INTEGER REFERENCES people (id), -- by whom
	way TEXT NOT NULL DEFAULT '' -- post phone desk
) STRICT;
CREATE INDEX letters_open ON letters (done_at, id);

-- owner: workflow
-- What the city's people change while the portal runs: eligibility, thresholds, labels.
CREATE TABLE settings (
	key TEXT PRIMARY KEY, -- name
	value TEXT NOT NULL, -- text, number or JSON
	changed_at INTEGER NOT NULL -- when
) STRICT;

-- owner: workflow
-- Days that the city closes (is_open 0) or opens (1) beside the rule of weekends and holidays.
CREATE TABLE open_days (
	day_on TEXT PRIMARY KEY, -- which day
	is_open INTEGER NOT NULL, -- 1 open, 0 closed
	name TEXT NOT NULL DEFAULT '' -- why
) STRICT;

-- owner: workflow
-- A submission's token and where it led, so that a second press leads there again and does nothing twice.
CREATE TABLE submissions (
	token TEXT PRIMARY KEY, -- of the form
	person_id INTEGER NOT NULL DEFAULT 0, -- whose; 0 nobody signed in
	location TEXT NOT NULL, -- where it led
	created_at INTEGER NOT NULL -- when
) STRICT;
CREATE INDEX submissions_created ON submissions (created_at);

-- owner: workflow
-- One row, raised in the transaction of every change that a visitor can see.
CREATE TABLE public_version (
	id INTEGER PRIMARY KEY CHECK (id = 1), -- the only row
	number INTEGER NOT NULL -- rises
) STRICT;
INSERT INTO public_version (id, number) VALUES (1, 1);

-- owner: workflow
-- What search finds: folded two-character words of every public case, kept by the engine.
CREATE VIRTUAL TABLE case_words USING fts5 (
	title, -- words of the title, name and reading
	body, -- words of everything public in it
	tokenize = 'unicode61 remove_diacritics 0'
);

-- ============================================================ groups
-- owner: groups
-- A group in the registry, from its first draft on. The facts are those in force: written when the group is registered, when a change is accepted, and by the import.
CREATE TABLE groups (
	id INTEGER PRIMARY KEY REFERENCES cases (id), -- its case
	name TEXT NOT NULL, -- as the group writes it
	kana TEXT NOT NULL DEFAULT '', -- reading of the name, full-width katakana; the directory's order
	kind TEXT NOT NULL, -- npo other_corporation voluntary neighbourhood committee student starting
	legal_number TEXT NOT NULL DEFAULT '', -- 法人番号, 13 digits; '' for groups that are no corporation
	aims TEXT NOT NULL DEFAULT '', -- what it is for
	activities TEXT NOT NULL DEFAULT '', -- what it does
	founded_on TEXT NOT NULL DEFAULT '', -- when it was founded; '' unknown
	member_count INTEGER NOT NULL DEFAULT 0, -- members; 0 unknown
	fee TEXT NOT NULL DEFAULT '', -- what members pay, in words
	office TEXT NOT NULL DEFAULT '', -- address of a corporation's office; public fact of the Cabinet Office's file
	public_contact TEXT NOT NULL DEFAULT '', -- how anybody may reach it
	web_url TEXT NOT NULL DEFAULT '', -- its own pages
	sns_url TEXT NOT NULL DEFAULT '', -- its page in a social network
	offers TEXT NOT NULL DEFAULT '', -- what it can give to others
	seeks TEXT NOT NULL DEFAULT '', -- what it looks for
	registered_on TEXT NOT NULL DEFAULT '', -- day of the decision; '' not registered
	updated_on TEXT NOT NULL DEFAULT '', -- when its facts changed last
	paper_on TEXT NOT NULL DEFAULT '', -- 受付日 of a registration on paper; '' otherwise
	consented_on TEXT NOT NULL DEFAULT '', -- when the representative consented; '' not yet
	consent_way TEXT NOT NULL DEFAULT '', -- portal or paper
	change_state TEXT NOT NULL DEFAULT '', -- of a change of facts: '' none, submitted, returned
	hearing_until_on TEXT NOT NULL DEFAULT '', -- until when it is heard before its registration may be cancelled; '' no such thing
	is_heard INTEGER NOT NULL DEFAULT 0, -- 1: it has answered
	listed_id INTEGER REFERENCES cases (id), -- the listed corporation that this registration claims
	successor_id INTEGER REFERENCES cases (id) -- the group that goes on in its place
) STRICT;
CREATE INDEX groups_kana ON groups (kana, id);
CREATE INDEX groups_legal_number ON groups (legal_number, id);

-- owner: groups
-- The fields of activity of a group, of the twenty of the NPO law.
CREATE TABLE group_fields (
	group_id INTEGER NOT NULL REFERENCES groups (id), -- whose
	field INTEGER NOT NULL, -- 1 to 20, in the law's order
	PRIMARY KEY (group_id, field)
) STRICT;
CREATE INDEX group_fields_field ON group_fields (field, group_id);

-- owner: groups
-- Where a group is active: districts of the setting group_areas.
CREATE TABLE group_areas (
	group_id INTEGER NOT NULL REFERENCES groups (id), -- whose
	area TEXT NOT NULL, -- the district's name
	PRIMARY KEY (group_id, area)
) STRICT;
CREATE INDEX group_areas_area ON group_areas (area, group_id);

-- owner: groups
-- Who may see which fact of a group, as the group chose.
CREATE TABLE group_facts (
	group_id INTEGER NOT NULL REFERENCES groups (id), -- whose
	fact TEXT NOT NULL, -- activities founded members fee representative contacts public_contact web offers seeks
	visibility TEXT NOT NULL, -- public registered staff
	PRIMARY KEY (group_id, fact)
) STRICT;

-- owner: groups
-- The representative and the contacts of a group: the persons and posts that follow from what was typed.
CREATE TABLE group_contacts (
	group_id INTEGER NOT NULL REFERENCES groups (id), -- whose
	place TEXT NOT NULL, -- representative contact1 contact2
	person_id INTEGER NOT NULL REFERENCES people (id), -- who
	name TEXT NOT NULL, -- as typed for this group
	kana TEXT NOT NULL DEFAULT '', -- reading of the name
	email TEXT NOT NULL DEFAULT '', -- '' for somebody without one
	phone TEXT NOT NULL DEFAULT '', -- digits only
	address TEXT NOT NULL DEFAULT '', -- for letters
	PRIMARY KEY (group_id, place)
) STRICT;
CREATE INDEX group_contacts_person ON group_contacts (person_id);

-- owner: groups
-- What the city checked before it registered a group: shown to everybody, by role and day, never by name.
CREATE TABLE group_checks (
	group_id INTEGER NOT NULL REFERENCES groups (id), -- whose
	checked TEXT NOT NULL, -- rules members activity place representative
	role TEXT NOT NULL, -- who checked
	checked_on TEXT NOT NULL, -- when
	PRIMARY KEY (group_id, checked)
) STRICT;

-- owner: groups
-- What later features may read of groups that anybody may see.
CREATE VIEW group_public AS
SELECT g.id, g.name, g.kana, g.kind, g.aims, g.registered_on, g.successor_id, c.state, c.summary
FROM groups g
JOIN cases c ON c.id = g.id
WHERE c.is_public = 1 AND c.state IN ('registered', 'listed', 'paused');

-- ============================================================ proposals
-- owner: proposals
-- A 随時提案: what the case and its versions do not hold.
CREATE TABLE proposals (
	id INTEGER PRIMARY KEY REFERENCES cases (id), -- its case
	direction TEXT NOT NULL, -- group: from a group to the city; city: from a department to groups
	audience TEXT NOT NULL DEFAULT '', -- of a city's: all (呼びかけ) or one (a named group)
	asked_group_id INTEGER REFERENCES cases (id), -- the named group
	asked_reason TEXT NOT NULL DEFAULT '', -- why that one, published with the final version
	form TEXT NOT NULL DEFAULT '', -- of the released version, for the list
	area TEXT NOT NULL DEFAULT '', -- of the released version, for the list: A to E
	words TEXT NOT NULL DEFAULT '', -- folded text of what is released, for the list's search
	released INTEGER NOT NULL DEFAULT 0, -- number of the version that visitors read; 0 none
	sent INTEGER NOT NULL DEFAULT 0, -- number of the version that was sent last
	related TEXT NOT NULL DEFAULT '', -- 関係課, as the coordinator named them
	coordinating_on TEXT NOT NULL DEFAULT '', -- since when a 主管課 is looked for; '' not yet
	group_agreed TEXT NOT NULL DEFAULT '', -- fingerprint of the version the group agreed to; '' none
	city_agreed TEXT NOT NULL DEFAULT '', -- fingerprint of the version the department agreed to; '' none
	group_view TEXT NOT NULL DEFAULT '', -- 両論併記: the group's view
	city_view TEXT NOT NULL DEFAULT '', -- 両論併記: the department's view
	is_extended INTEGER NOT NULL DEFAULT 0 -- 1 once the dialogue's date was moved
) STRICT;

-- owner: proposals
-- What was said in the dialogue. Read by the parties; by everybody once the final version is published.
CREATE TABLE proposal_posts (
	id INTEGER PRIMARY KEY, -- in the order of entry
	proposal_id INTEGER NOT NULL REFERENCES cases (id), -- in which dialogue
	side TEXT NOT NULL, -- group or city
	kind TEXT NOT NULL, -- opinion question answer handover
	text TEXT NOT NULL, -- as written
	person_id INTEGER REFERENCES people (id), -- who wrote it; shown nowhere
	created_at INTEGER NOT NULL -- when
) STRICT;
CREATE INDEX proposal_posts_proposal ON proposal_posts (proposal_id, id);

-- ============================================================ agreements
-- owner: agreements
-- What the record of an agreement (協定・覚書) needs beside its text: the city's decision, how it was concluded, its last day.
CREATE TABLE agreements (
	id INTEGER PRIMARY KEY REFERENCES cases (id), -- of its case
	decided_on TEXT NOT NULL DEFAULT '', -- 決裁日
	document_number TEXT NOT NULL DEFAULT '', -- 文書番号 of that decision
	concluded_on TEXT NOT NULL DEFAULT '', -- 締結日
	way TEXT NOT NULL DEFAULT '', -- how it was concluded: seal e_contract portal
	ends_on TEXT NOT NULL DEFAULT '', -- last day in force, from the text that both confirmed; '' none
	changed_on TEXT NOT NULL DEFAULT '', -- 決裁日 of the last change
	change_number TEXT NOT NULL DEFAULT '', -- 文書番号 of the last change
	ended_on TEXT NOT NULL DEFAULT '', -- 決裁日 of ending it together
	end_number TEXT NOT NULL DEFAULT '' -- 文書番号 of ending it
) STRICT;
CREATE INDEX agreements_end ON agreements (ends_on);

-- owner: agreements
-- A side's 内容の確認 of exactly one text. A new version removes both sides'; the ledger keeps that they were made.
CREATE TABLE agreement_confirmations (
	id INTEGER PRIMARY KEY, -- of the confirmation
	agreement_id INTEGER NOT NULL REFERENCES agreements (id), -- of which agreement
	purpose TEXT NOT NULL, -- text, next (a change) or end (ending it together)
	side TEXT NOT NULL, -- group or city
	number INTEGER NOT NULL DEFAULT 0, -- of the version
	fingerprint TEXT NOT NULL DEFAULT '', -- of the version
	role TEXT NOT NULL, -- under which it was made, never a person
	at INTEGER NOT NULL, -- when
	UNIQUE (agreement_id, purpose, side)
) STRICT;

-- ============================================================ projects
-- owner: projects
-- What a list of projects (協働事業) is chosen by, and what its record needs beside the moves.
CREATE TABLE projects (
	id INTEGER PRIMARY KEY REFERENCES cases (id), -- of its case
	starts_on TEXT NOT NULL DEFAULT '', -- first day, as agreed
	ends_on TEXT NOT NULL DEFAULT '', -- last day, as agreed
	area TEXT NOT NULL DEFAULT '', -- of collaboration: A B C D E
	started_on TEXT NOT NULL DEFAULT '', -- when it really began; '' not yet
	ended_way TEXT NOT NULL DEFAULT '', -- how it was stopped early: joint notice dissolution breach; '' it was not
	words TEXT NOT NULL DEFAULT '' -- folded: what the list is searched by
) STRICT;

-- owner: projects
-- 予定: what is to be reached by when, and by which side.
CREATE TABLE project_milestones (
	id INTEGER PRIMARY KEY, -- of the milestone
	project_id INTEGER NOT NULL REFERENCES projects (id), -- of which project
	title TEXT NOT NULL, -- what is to be reached
	due_on TEXT NOT NULL, -- by when
	side TEXT NOT NULL, -- who: group city both
	done_on TEXT NOT NULL DEFAULT '', -- when it was reached; '' not yet
	note TEXT NOT NULL DEFAULT '' -- what came of it, or why it was moved
) STRICT;
CREATE INDEX project_milestones_project ON project_milestones (project_id, done_on, due_on);

-- owner: projects
-- 経過記録: dated entries by both sides, never changed afterwards.
CREATE TABLE project_logs (
	id INTEGER PRIMARY KEY, -- of the entry
	project_id INTEGER NOT NULL REFERENCES projects (id), -- of which project
	day_on TEXT NOT NULL, -- when it happened
	side TEXT NOT NULL, -- whose entry: group or city; never a person
	text TEXT NOT NULL, -- what happened
	at INTEGER NOT NULL -- when it was written
) STRICT;
CREATE INDEX project_logs_project ON project_logs (project_id, id DESC);

-- ============================================================ evaluations
-- owner: evaluations
-- A 事業評価: what the case and its versions do not hold. Sheets are versions of the parts group and city.
CREATE TABLE evaluations (
	id INTEGER PRIMARY KEY REFERENCES cases (id), -- its case; the project is the case's parent
	sheet TEXT NOT NULL, -- standard (標準版) or simple (簡易版)
	is_free INTEGER NOT NULL DEFAULT 0, -- 1: no money is involved, either side may choose the simple sheet
	is_extended INTEGER NOT NULL DEFAULT 0, -- 1 once the date of the sheets was moved
	opened_on TEXT NOT NULL DEFAULT '', -- day of the opening; '' while sealed
	viewed_on TEXT NOT NULL DEFAULT '', -- day of the first view of 両論併記; '' none
	group_sheet INTEGER NOT NULL DEFAULT 0, -- number of the version that the group put in; 0 none
	group_late INTEGER NOT NULL DEFAULT 0, -- 1: it followed after the opening, as a marked reply
	group_confirmed TEXT NOT NULL DEFAULT '', -- fingerprint of the talk's text that the group confirmed; '' none
	group_view TEXT NOT NULL DEFAULT '', -- 両論併記: the group's view
	group_released TEXT NOT NULL DEFAULT '', -- fingerprint of the lessons that the group wants published; '' none
	city_sheet INTEGER NOT NULL DEFAULT 0, -- number of the version that the department put in; 0 none
	city_late INTEGER NOT NULL DEFAULT 0, -- 1: it followed after the opening, as a marked reply
	city_confirmed TEXT NOT NULL DEFAULT '', -- fingerprint of the talk's text that the department confirmed; '' none
	city_view TEXT NOT NULL DEFAULT '', -- 両論併記: the department's view
	city_released TEXT NOT NULL DEFAULT '' -- fingerprint of the lessons that the department wants published; '' none
) STRICT;

-- owner: evaluations
-- 次に生かすこと of a published evaluation, and what the side it is addressed to answered.
CREATE TABLE evaluation_lessons (
	id INTEGER PRIMARY KEY, -- of the lesson
	evaluation_id INTEGER NOT NULL REFERENCES cases (id), -- from which evaluation
	number INTEGER NOT NULL, -- 1, 2, 3 … in its order
	lesson TEXT NOT NULL, -- as both sides wrote it
	side TEXT NOT NULL, -- to whom: group or city
	answer TEXT NOT NULL DEFAULT '', -- yes (反映する), no (しない); '' not yet
	why TEXT NOT NULL DEFAULT '', -- how, or why not
	by_on TEXT NOT NULL DEFAULT '', -- by when; '' none
	answered_on TEXT NOT NULL DEFAULT '', -- when it was answered; '' not yet
	UNIQUE (evaluation_id, number)
) STRICT;

-- ============================================================ meetings
-- owner: meetings
-- A meeting of groups and the city (情報交換会), or of groups among themselves (団体交流会). Its case's group and department are the two co-chairs.
CREATE TABLE meetings (
	id INTEGER PRIMARY KEY REFERENCES cases (id), -- its case
	kind TEXT NOT NULL, -- meeting or exchange
	day_on TEXT NOT NULL, -- when
	starts TEXT NOT NULL, -- HH:MM
	ends TEXT NOT NULL, -- HH:MM
	place TEXT NOT NULL, -- where
	stop TEXT NOT NULL DEFAULT '', -- the nearest stop or station
	online TEXT NOT NULL DEFAULT '', -- address of the online room: only for those who signed up
	about TEXT NOT NULL DEFAULT '', -- what it is for, and for whom
	capacity INTEGER NOT NULL DEFAULT 0, -- seats at the place; 0 without a limit
	came_site INTEGER NOT NULL DEFAULT 0, -- who came
	came_online INTEGER NOT NULL DEFAULT 0 -- who took part online
) STRICT;
CREATE INDEX meetings_day ON meetings (day_on, id);

-- owner: meetings
-- What is talked about, in order. A refused item stays, with its reason.
CREATE TABLE agenda_items (
	id INTEGER PRIMARY KEY, -- of the item
	meeting_id INTEGER NOT NULL REFERENCES meetings (id), -- at which meeting
	number INTEGER NOT NULL, -- its place in the list: 1, 2, 3 …
	case_id INTEGER REFERENCES cases (id), -- about which case (a proposal, a promise …); NULL a free topic
	title TEXT NOT NULL DEFAULT '', -- as everybody reads it; '' the case's title where that is public
	note TEXT NOT NULL DEFAULT '', -- what is to be talked about
	group_id INTEGER REFERENCES cases (id), -- the group that put it on the list
	department_id INTEGER REFERENCES departments (id), -- the department that did; neither: the portal (a promise)
	state TEXT NOT NULL DEFAULT 'proposed', -- proposed accepted refused
	reason TEXT NOT NULL DEFAULT '', -- why it was refused
	result TEXT NOT NULL DEFAULT '', -- go take continue drop; '' not yet
	result_note TEXT NOT NULL DEFAULT '', -- what was said, in a sentence or two; shown to all once the minutes are out
	UNIQUE (meeting_id, number)
) STRICT;
CREATE INDEX agenda_items_case ON agenda_items (case_id);

-- owner: meetings
-- Who comes. Access needs are sensitive: only with consent, only for this meeting's staff, deleted 30 days after it.
CREATE TABLE meeting_signups (
	id INTEGER PRIMARY KEY, -- of the sign-up
	meeting_id INTEGER NOT NULL REFERENCES meetings (id), -- to which meeting
	person_id INTEGER REFERENCES people (id), -- whose account, if any
	email TEXT NOT NULL, -- folded
	name TEXT NOT NULL, -- as they want to be called
	language TEXT NOT NULL DEFAULT 'ja', -- of the mails
	way TEXT NOT NULL, -- site online absent
	state TEXT NOT NULL, -- asked (link sent, not yet pressed) in waiting absent cancelled
	needs TEXT NOT NULL DEFAULT '', -- words: sign captions wheelchair childcare interpreter
	needs_note TEXT NOT NULL DEFAULT '', -- other needs in their words
	consent_at INTEGER NOT NULL DEFAULT 0, -- when they agreed that the needs are kept; 0 no needs
	queued_at INTEGER NOT NULL, -- since when they wait or have their seat
	UNIQUE (meeting_id, email)
) STRICT;
CREATE INDEX meeting_signups_queue ON meeting_signups (meeting_id, state, way, queued_at, id);
CREATE INDEX meeting_signups_person ON meeting_signups (person_id, meeting_id);
CREATE INDEX meeting_signups_asked ON meeting_signups (state, queued_at);
CREATE INDEX meeting_signups_consent ON meeting_signups (consent_at);

-- owner: meetings
-- What the minutes' case needs beside its text (case_versions): who has confirmed.
CREATE TABLE minutes (
	id INTEGER PRIMARY KEY REFERENCES cases (id), -- its case; the case's parent is the meeting
	group_confirmed_on TEXT NOT NULL DEFAULT '', -- when the groups' co-chair confirmed; '' not yet
	city_confirmed_on TEXT NOT NULL DEFAULT '' -- when the city's did
) STRICT;

-- owner: meetings
-- A correction that somebody who was there asks for: taken into the text, or kept beside it as 付記.
CREATE TABLE minutes_corrections (
	id INTEGER PRIMARY KEY, -- of the correction
	minutes_id INTEGER NOT NULL REFERENCES minutes (id), -- of which minutes
	part TEXT NOT NULL, -- attendance, summary, decisions or item_<id>
	wording TEXT NOT NULL, -- how it should read
	why TEXT NOT NULL DEFAULT '', -- why
	person_id INTEGER REFERENCES people (id), -- who asked; told of the answer, never shown
	side TEXT NOT NULL, -- group city or resident: how the asker is shown
	group_id INTEGER REFERENCES cases (id), -- for which group
	department_id INTEGER REFERENCES departments (id), -- for which department
	state TEXT NOT NULL DEFAULT 'open', -- open taken kept
	answer TEXT NOT NULL DEFAULT '', -- what the drafter says to it
	created_at INTEGER NOT NULL -- when
) STRICT;
CREATE INDEX minutes_corrections_minutes ON minutes_corrections (minutes_id, id);

-- owner: meetings
-- What a group or a department promised at a meeting. Its case's parent is the meeting, its due_on the day; group and department are the two sides.
CREATE TABLE promises (
	id INTEGER PRIMARY KEY REFERENCES cases (id), -- its case; the case's title says what
	meeting_id INTEGER NOT NULL REFERENCES meetings (id), -- at which meeting
	item_id INTEGER REFERENCES agenda_items (id), -- under which item
	side TEXT NOT NULL, -- group or city: who promised
	by_on TEXT NOT NULL, -- until when, as last agreed
	reminded INTEGER NOT NULL DEFAULT 0 -- 1: told that the day is near
) STRICT;
CREATE INDEX promises_meeting ON promises (meeting_id, id);

-- ============================================================ guideline

-- ============================================================ desk

-- ============================================================ home
-- owner: home
-- Whether a page helped, in the reader's words; nobody's name.
CREATE TABLE feedback (
	id INTEGER PRIMARY KEY, -- of the answer
	page TEXT NOT NULL, -- address of the page
	answer TEXT NOT NULL, -- yes partly no
	text TEXT NOT NULL, -- what they wrote
	created_at INTEGER NOT NULL -- when
) STRICT;
