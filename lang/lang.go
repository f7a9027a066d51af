// Package lang holds every text that people see, in each language that the
// program speaks: a catalogue a language, zh-Hans.yaml, zh-Hant.yaml and en.yaml.
//
// To add a text, give it a key in all three and say it:
//
//	l.Say("bot.more-articles", count)
//
// A key is its group and its name, "bot.more-articles". The groups are bot (what
// the bot says), button, menu (of commands), answer and check (what stands around
// quotes: no digits and no number words there, for the gate). Placeholders are
// fmt's, %s or %d, numbered (%[2]s) where a language turns them round; a percent
// sign is %%. A text that counts has "one" and "other" in English, chosen by its
// first argument. Keys stand in the code as literals: the tests find each of them,
// and fail for one that a catalogue lacks, that nothing says, that is said with
// another number of arguments, or whose placeholders differ between languages.
package lang

import (
	"embed"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message/catalog"

	"youju/hanzi"
)

// Language is one that the program speaks. The zero value is simplified Chinese.
type Language int

const (
	Simplified  Language = iota // 简体中文
	Traditional                 // 繁體中文
	English
)

// All are the languages, the default first.
func All() []Language { return []Language{Simplified, Traditional, English} }

// Code is the language's tag of BCP 47: zh-Hans, zh-Hant or en.
func (l Language) Code() string { return l.tag().String() }

// Name is the language's own word for itself.
func (l Language) Name() string {
	switch l {
	case Traditional:
		return "繁體中文"
	case English:
		return "English"
	}
	return "简体中文"
}

func (l Language) tag() language.Tag {
	switch l {
	case Traditional:
		return language.TraditionalChinese
	case English:
		return language.English
	}
	return language.SimplifiedChinese
}

// Of is the language for a tag of BCP 47, such as Telegram's language_code: zh-TW
// and zh-HK are traditional. It is false for a tag of none of ours.
func Of(code string) (Language, bool) {
	tag, err := language.Parse(code)
	if err != nil {
		return Simplified, false
	}
	base, _ := tag.Base()
	script, _ := tag.Script() // that of the region where the tag names none
	switch base.String() {
	case "zh", "yue":
		if script.String() == "Hant" {
			return Traditional, true
		}
		return Simplified, true
	case "en":
		return English, true
	}
	return Simplified, false
}

// english are words that few English sentences are without. Syllables of pinyin
// (you, can, me, an) are none of them.
var english = regexp.MustCompile(`(?i)\b(the|of|in|is|are|was|were|what|what's|when|where|which|who|how|many|much|did|does|has|have|had|for|from|by|and|tell|about|please|why|with|there)\b`)

// Written is the language of a text where its script or its words tell: traditional
// characters, or English words and no Chinese character. Simplified ones tell
// nothing: people read them in every language.
func Written(text string) (Language, bool) {
	switch {
	case hanzi.Traditional(text):
		return Traditional, true
	case !strings.ContainsFunc(text, hanzi.IsHan) && english.MatchString(text):
		return English, true
	}
	return Simplified, false
}

// Say is the text of a key with its arguments. A key that is not known, which the
// tests rule out, is said itself.
func (l Language) Say(key string, args ...any) string {
	r := said{args: args}
	if err := texts().Context(l.tag(), &r).Execute(key); err != nil {
		return key
	}
	return r.text
}

// said renders a message of a catalogue. Unlike message.Printer's, its numbers are
// printed as they are given, without separators of a language's own.
type said struct {
	args []any
	text string
}

// Render sets the text.
func (s *said) Render(text string) { s.text = fmt.Sprintf(text, s.args...) }

// Arg is an argument, counted from 1.
func (s *said) Arg(i int) any { return s.args[i-1] }

//go:embed *.yaml
var files embed.FS

// entry is a text of a catalogue; one is empty where nothing is counted.
type entry struct{ one, other string }

// UnmarshalYAML takes a text, or a map of "one" and "other".
func (e *entry) UnmarshalYAML(node *yaml.Node) error {
	if node.Kind == yaml.ScalarNode {
		e.other = node.Value
		return nil
	}
	var both struct{ One, Other string }
	if err := node.Decode(&both); err != nil {
		return err
	}
	e.one, e.other = both.One, both.Other
	return nil
}

// read is a language's file by key.
func read(l Language) (map[string]entry, error) {
	data, err := files.ReadFile(l.Code() + ".yaml")
	if err != nil {
		return nil, err
	}
	var groups map[string]map[string]entry
	if err := yaml.Unmarshal(data, &groups); err != nil {
		return nil, fmt.Errorf("catalogue %s: %w", l.Code(), err)
	}
	keys := map[string]entry{}
	for group, entries := range groups {
		for name, e := range entries {
			keys[group+"."+name] = e
		}
	}
	return keys, nil
}

// texts are the catalogues of all languages. They are compiled in: an error is one
// of the program, which the tests find.
var texts = sync.OnceValue(func() *catalog.Builder {
	built := catalog.NewBuilder(catalog.Fallback(Simplified.tag()))
	for _, l := range All() {
		keys, err := read(l)
		if err != nil {
			panic(err)
		}
		for key, e := range keys {
			message := catalog.String(e.other)
			if e.one != "" {
				message = plural.Selectf(1, "%d", plural.One, e.one, plural.Other, e.other)
			}
			if err := built.Set(l.tag(), key, message); err != nil {
				panic(fmt.Errorf("catalogue %s, %s: %w", l.Code(), key, err))
			}
		}
	}
	return built
})
