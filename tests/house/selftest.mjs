// Tries a rule on its own samples: each bad one must be refused, the good one must not. A sample is { path: text }.
import { Tree } from './tree.mjs';

const place = (rule) => ({ path: `tests/house/rules/${rule.file}`, line: 1 });

/** Breaches that say where the rule itself is wrong. */
export function selftest(rule) {
	const accepted = Object.entries(rule.bad).filter(([, files]) => rule.check(Tree.of(files)).length === 0);
	const refused = rule.check(Tree.of(rule.good));
	const isIdle = Object.keys(rule.bad).length === 0 || Object.keys(rule.good).length === 0;
	return [
		...(isIdle ? [{ ...place(rule), reason: `${rule.name} has no samples of good and bad` }] : []),
		...accepted.map(([what]) => ({ ...place(rule), reason: `${rule.name} accepts its bad sample: ${what}` })),
		...refused.map((breach) => ({ ...place(rule), reason: `${rule.name} refuses its good sample: ${breach.path}:${breach.line}: ${breach.reason}` })),
	];
}
