// Every house rule in the order in which it is run: { name, says, file, check(tree), bad: { what: files }, good: files }.
import { contracts, fileHeads, fileLength, functionLength, memory, names, nesting, parameters, typedefs } from './code.mjs';
import { faces, layers, libraries } from './layers.mjs';
import { machinePaths, topLevel } from './repository.mjs';
import { owners, plainSql, schema, sqlPlace } from './sql.mjs';
import { escaping, markup, templateTexts } from './templates.mjs';
import { bannedWords, easyRuby, textsComplete } from './texts.mjs';

export const rules = [
	layers, libraries, faces,
	memory, functionLength, fileLength, parameters, nesting, names, typedefs, fileHeads, contracts,
	sqlPlace, plainSql, schema, owners,
	escaping, markup, templateTexts,
	textsComplete, easyRuby, bannedWords,
	topLevel, machinePaths,
];
