// The main job, end to end, on a database that starts empty: a group's registration, its proposal, a meeting, the agreement, the project and the
// published evaluation, each step by the role that owns it, in Japanese. One story: each step goes on where the one before ended.
import './main_job/accounts.mjs';
import './main_job/groups.mjs';
import './main_job/proposals.mjs';
import './main_job/meetings.mjs';
import './main_job/agreements.mjs';
import './main_job/projects.mjs';
import './main_job/evaluations.mjs';
