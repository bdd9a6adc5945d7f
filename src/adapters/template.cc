/* Google's ctemplate behind a face in C: a dictionary straight over the documents (nothing is copied, nothing allocated but
 * in the arena), our modifiers, and one frozen cache a language. What is written by whom: template_words.c says how values
 * read, template_source.c and template_lint.c what files may hold. */
#include <cstring>
#include <iostream>
#include <memory>
#include <set>
#include <sstream>
#include <string>

#include <ctemplate/per_expand_data.h>
#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_emitter.h>
#include <ctemplate/template_modifiers.h>

extern "C" {
#include "adapters/template.h"
#include "adapters/template_lint.h"
#include "adapters/template_source.h"
#include "adapters/template_words.h"
#include "base/arena.h"
#include "base/log.h"
}

using ctemplate::PerExpandData;
using ctemplate::Strip;
using ctemplate::Template;
using ctemplate::TemplateCache;
using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;

namespace {

void (*on_missing)(const char *page, const char *name);

class Emitter : public ctemplate::ExpandEmitter {
public:
	explicit Emitter(buffer *to) : out(to) {}
	void Emit(char letter) override { buffer_add_part(out, &letter, 1); }
	void Emit(const std::string &text) override { buffer_add_part(out, text.data(), text.size()); }
	void Emit(const char *text) override { buffer_add(out, text); }
	void Emit(const char *text, size_t length) override { buffer_add_part(out, text, length); }

private:
	buffer *out;
};

class Frame;

/* What all of one page's frames and modifiers know. */
struct Rendering : PerExpandData {
	struct manner manner;
	source_kind kind;
	const char *body;        /* the page's file */
	const Frame *body_frame; /* what it sees first; NULL without a layout */
};

/* One object of a document, and what stands around it. */
class Frame : public TemplateDictionaryInterface {
public:
	Frame(const doc *inner, const Frame *outer, const Rendering *of) : node(inner), parent(outer), rendering(of) {}
	void enter(const doc *next) { node = next; }

	TemplateString GetValue(const TemplateString &name) const override;
	bool IsHiddenSection(const TemplateString &name) const override;
	bool IsUnhiddenSection(const TemplateString &name) const override { return !IsHiddenSection(name); }
	bool IsHiddenTemplate(const TemplateString &name) const override;
	const char *GetIncludeTemplateName(const TemplateString &name, int number) const override;
	Iterator *CreateTemplateIterator(const TemplateString &name) const override;
	Iterator *CreateSectionIterator(const TemplateString &name) const override;
	void DumpToString(std::string *, int) const override {}

private:
	class Rows;
	class Body;
	const doc *find(const char *name) const;
	const doc *node;
	const Frame *parent;
	const Rendering *rendering;
};

/* Frames one after another; lives in the arena like everything else of the page. */
class Frame::Rows : public TemplateDictionaryInterface::Iterator {
public:
	Rows(const doc *first, bool is_array, const Frame *outer, const Rendering *of)
		: frame(nullptr, outer, of), next(first), all(is_array) {}
	bool HasNext() const override { return next != nullptr; }
	const TemplateDictionaryInterface &Next() override
	{
		frame.enter(next);
		next = all ? doc_next(next) : nullptr;
		return frame;
	}
	static void *operator new(size_t size) { return arena_alloc(size); }
	static void operator delete(void *) {}

private:
	Frame frame;
	const doc *next;
	bool all;
};

/* The page inside the layout. */
class Frame::Body : public TemplateDictionaryInterface::Iterator {
public:
	explicit Body(const Frame *page) : frame(page) {}
	bool HasNext() const override { return frame != nullptr; }
	const TemplateDictionaryInterface &Next() override
	{
		const Frame *page = frame;
		frame = nullptr;
		return *page;
	}
	static void *operator new(size_t size) { return arena_alloc(size); }
	static void operator delete(void *) {}

private:
	const Frame *frame;
};

/* A marker's name with an end; longer ones are in no document. */
struct Name {
	char text[80];
	explicit Name(const TemplateString &name)
	{
		size_t length = name.size() < sizeof text ? name.size() : 0;
		memcpy(text, name.data(), length);
		text[length] = '\0';
	}
};

const doc *Frame::find(const char *name) const
{
	bool is_scalar = strcmp(name, "_") == 0;
	for (const Frame *frame = this; frame; frame = frame->parent) {
		const doc *found = is_scalar ? frame->node : doc_get(frame->node, name);
		if (found && !(is_scalar && (doc_is_object(found) || doc_is_array(found))))
			return found;
	}
	return nullptr;
}

TemplateString Frame::GetValue(const TemplateString &name) const
{
	Name key(name);
	const doc *found = find(key.text);
	if (!found && on_missing)
		on_missing(rendering->manner.page, key.text);
	const char *value = doc_value(found);
	return TemplateString(value, strlen(value));
}

bool Frame::IsHiddenSection(const TemplateString &name) const
{
	Name key(name);
	const doc *found = find(key.text);
	if (!found && strncmp(key.text, "not_", 4) == 0)
		return doc_is_shown(find(key.text + 4));
	return !doc_is_shown(found);
}

TemplateDictionaryInterface::Iterator *Frame::CreateSectionIterator(const TemplateString &name) const
{
	const doc *found = find(Name(name).text);
	if (doc_is_array(found))
		return new Rows(doc_first(found), true, this, rendering);
	return new Rows(doc_is_object(found) ? found : nullptr, false, this, rendering);
}

bool Frame::IsHiddenTemplate(const TemplateString &name) const
{
	const doc *found = find(Name(name).text);
	return found && !doc_is_shown(found);
}

const char *Frame::GetIncludeTemplateName(const TemplateString &name, int) const
{
	Name key(name);
	return strcmp(key.text, "BODY") == 0 ? rendering->body : include_file(key.text, rendering->kind);
}

TemplateDictionaryInterface::Iterator *Frame::CreateTemplateIterator(const TemplateString &name) const
{
	if (strcmp(Name(name).text, "BODY") == 0)
		return new Body(rendering->body_frame);
	return CreateSectionIterator(name);
}

/* One of ours; every expansion is a Rendering. */
class Modifier : public ctemplate::TemplateModifier {
public:
	explicit Modifier(const modifier *one) : what(one) {}
	void Modify(const char *in, size_t length, const PerExpandData *data, ctemplate::ExpandEmitter *out,
	            const std::string &argument) const override
	{
		struct manner manner = static_cast<const Rendering *>(data)->manner;
		manner.argument = argument.empty() ? "" : argument.c_str() + 1;
		manner.missing = on_missing;
		buffer words = {};
		what->write(&words, arena_copy_part(in, length), &manner);
		out->Emit(buffer_text(&words), words.length);
	}

private:
	const modifier *what;
};

void modifiers_add()
{
	static bool added = false;
	for (const modifier *each = modifiers; !added && each->name; each++)
		ctemplate::AddXssSafeModifier(each->name, new Modifier(each));
	added = true;
}

/* Everything that one template_load made. */
struct Loaded {
	TemplateCache caches[LANGUAGES];
	std::set<std::string, std::less<>> names;
};

std::unique_ptr<Loaded> loaded;

/* Blank lines are of no use in markup, and of much in a mail. */
Strip strip_of(source_kind kind)
{
	return kind == SOURCE_TXT ? ctemplate::DO_NOT_STRIP : ctemplate::STRIP_BLANK_LINES;
}

/* ctemplate tells its troubles to std::cerr: catches them to name the file. */
class Troubles {
public:
	Troubles() : before(std::cerr.rdbuf(words.rdbuf())) {}
	~Troubles() { std::cerr.rdbuf(before); }
	std::string told() const
	{
		std::string text = words.str();
		while (!text.empty() && text.back() == '\n')
			text.pop_back();
		return text;
	}

private:
	std::ostringstream words;
	std::streambuf *before;
};

void template_parse(Loaded *into, enum language language, const source *source, const char *text, faults *faults)
{
	std::string told, dump;
	bool parsed = false;
	{
		Troubles troubles;
		std::unique_ptr<Template> parsed_template(Template::StringToTemplate(text, strlen(text), strip_of(source->kind)));
		parsed = parsed_template != nullptr;
		if (parsed)
			parsed_template->DumpToString(source->name, &dump);
		told = troubles.told();
	}
	if (!parsed || !told.empty())
		fault_add(faults, source->name, 0, "%s", told.empty() ? "cannot be parsed" : told.c_str());
	if (parsed && language == LANGUAGE_JA)
		lint_dump(source, dump.c_str(), faults);
	if (!faults->count)
		into->caches[language].StringToTemplateCache(source->name, text, strlen(text), strip_of(source->kind));
}

void sources_parse(Loaded *into, const sources *sources, const catalogue *texts, faults *faults)
{
	for (size_t i = 0; i < sources->count; i++) {
		const source *source = &sources->items[i];
		into->names.insert(source->name);
		lint_source(sources, source, texts, faults);
		int before = faults->count;
		for (int language = 0; language < LANGUAGES && faults->count == before; language++) {
			enum language in = static_cast<enum language>(language);
			template_parse(into, in, source, source_filled(sources, source, texts, in), faults);
		}
	}
	lint_circles(sources, faults);
}

source_kind kind_of(const char *file)
{
	size_t length = strlen(file);
	const char *end = length > 4 ? file + length - 4 : file;
	return strcmp(end, ".txt") == 0 ? SOURCE_TXT : strcmp(end, ".xml") == 0 ? SOURCE_XML : SOURCE_HTML;
}

/* "groups/show" is groups/show.html; other kinds are named with their ending. NULL (logged) if there is none. */
const char *page_file(const char *page)
{
	const char *file = strchr(page, '.') ? page : arena_text("%s.html", page);
	if (loaded && loaded->names.find(file) != loaded->names.end())
		return file;
	log_line("error", "there is no template %s", page);
	return nullptr;
}

void rendering_begin(Rendering *rendering, enum language language, const char *page, const char *file)
{
	rendering->kind = kind_of(file);
	rendering->manner = {language, rendering->kind == SOURCE_TXT, page, "", nullptr};
	rendering->body = file;
	rendering->body_frame = nullptr;
}

/* What was written is taken back when something fails. */
bool file_expand(const char *file, const Frame *frame, Rendering *rendering, buffer *out)
{
	size_t before = out->length;
	Emitter emitter(out);
	const TemplateCache &cache = loaded->caches[rendering->manner.language];
	if (cache.ExpandNoLoad(file, strip_of(rendering->kind), frame, rendering, &emitter))
		return true;
	log_line("error", "the template %s cannot be written", file);
	out->length = before;
	if (out->text)
		out->text[before] = '\0';
	return false;
}

} // namespace

extern "C" bool template_load(const char *root, const char *manifest)
{
	modifiers_add();
	faults faults = {};
	catalogue *texts = catalogue_new();
	sources sources = sources_read(root, manifest, texts, &faults);
	auto fresh = std::make_unique<Loaded>();
	sources_parse(fresh.get(), &sources, texts, &faults);
	if (faults.count) {
		catalogue_free(texts);
		return false;
	}
	for (TemplateCache &cache : fresh->caches)
		cache.Freeze();
	loaded = std::move(fresh);
	catalogue_use(texts);
	return true;
}

extern "C" bool template_page(enum language language, const char *page, const struct doc *document, const struct doc *layout,
                              struct buffer *out)
{
	const char *file = page_file(page);
	const char *around = page_file("layout");
	if (!file || !around)
		return false;
	Rendering rendering;
	rendering_begin(&rendering, language, page, file);
	Frame layout_last(layout, nullptr, &rendering), page_first(document, &layout_last, &rendering);
	Frame page_last(document, nullptr, &rendering), layout_first(layout, &page_last, &rendering);
	rendering.body_frame = &page_first;
	return file_expand(around, &layout_first, &rendering, out);
}

extern "C" bool template_alone(enum language language, const char *page, const struct doc *document, struct buffer *out)
{
	const char *file = page_file(page);
	if (!file)
		return false;
	Rendering rendering;
	rendering_begin(&rendering, language, page, file);
	Frame frame(document, nullptr, &rendering);
	return file_expand(file, &frame, &rendering, out);
}

extern "C" void template_on_missing(void (*missing)(const char *page, const char *name))
{
	on_missing = missing;
}
