package bot

import (
	"context"
	"slices"

	"github.com/go-telegram/bot/models"

	"youju/hanzi"
	"youju/lang"
	"youju/store"
)

// manner is how an answer is said, by what the chat has set with /settings or, where
// it has set nothing, by the person who asks. Every place that messages go to
// carries it: to.lang is the language of all texts, to.brief wants the line with the
// figure alone, and to.plain says that the chat wants no rich messages, whatever
// Telegram and the client could show.
type manner struct {
	lang         lang.Language
	brief, plain bool
	chosen       bool // the language is what the chat has set
	indexing     bool // words alone decided what was found
}

// mannerOf is that of a person whose chat has set nothing: the language of their
// Telegram.
func mannerOf(who *models.User) manner {
	var m manner
	if who != nil {
		m.lang, _ = lang.Of(who.LanguageCode)
	}
	return m
}

// settle adds to a place how its chat wants to be answered. text is what the person
// wrote: unless the chat has set a language, traditional characters are answered in
// theirs and English in English, whatever the person's Telegram speaks.
func (b *Bot) settle(ctx context.Context, to place, who *models.User, text string) place {
	to.manner = mannerOf(who)
	set, err := b.cfg.Store.Settings(ctx, to.chat)
	if err != nil {
		b.log.Error("a chat's settings cannot be read; it is answered without them", "chat", to.chat, "error", err)
	}
	to.brief, to.plain = set.Brief, set.Plain
	if chosen, ok := chosenLanguage(set); ok {
		to.lang, to.chosen = chosen, true
	} else if written, ok := lang.Written(text); ok {
		to.lang = written
	}
	return to
}

// inThread keeps the language in which a person last asked in a thread where the
// words of a follow-up do not tell (增速呢, growth?), or are none of theirs ("").
func (m manner) inThread(words string, thread []store.Turn, person int64) manner {
	if _, told := lang.Written(words); told || m.chosen || !hanzi.Neutral(words) {
		return m
	}
	for _, turn := range slices.Backward(thread) {
		if written, told := lang.Written(turn.Question); told && turn.Talk.User == person {
			m.lang = written
			break
		}
	}
	return m
}

// chosenLanguage is the language that a chat has set; false where it is each
// person's own. The store keeps its number plus one, so that nothing set is zero.
func chosenLanguage(set store.Settings) (lang.Language, bool) {
	if set.Language == 0 {
		return lang.Simplified, false
	}
	return lang.Language(set.Language - 1), true
}
