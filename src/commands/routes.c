/* kyodo routes: what addresses there are, and who may enter. Needs no database. */
#include "commands/commands.h"

#include "base/text.h"
#include "commands/usage.h"
#include "routes.h"

int command_routes(int argc, char **argv)
{
	bool is_json = argc == 1 && text_equal(argv[0], "--json");
	if (argc > 0 && !is_json)
		return usage_wrong("routes", argv[argc - 1]);
	routes_print(is_json);
	return 0;
}
