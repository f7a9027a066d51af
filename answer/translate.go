package answer

import (
	"strings"
	"unicode"

	"youju/answer/english"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
)

// translation is a question as it is read in Chinese, with those before it.
type translation struct {
	Question
	foreign bool   // it has no Chinese character, so that it may be read wrongly
	told    string // how it was read, where it was translated
	read    english.Reading
}

// inChinese reads a question in English; ok is false where that cannot be done. Any
// other question stays as it is.
func inChinese(snapshot *retrieval.Snapshot, q Question) (t translation, ok bool) {
	read, readable := translated(snapshot, q.Text, len(q.History) > 0)
	written, _ := lang.Written(q.Text)
	if !readable && written == lang.English {
		return t, false
	}
	t.Question, t.History = q, nil
	if readable {
		t.Text, t.read, t.told = read.Chinese, read, q.Language.Say("answer.read-as", read.Chinese)
	}
	t.foreign = readable || q.Language == lang.English && !strings.ContainsFunc(q.Text, hanzi.IsHan)
	for i, turn := range q.History {
		if before, readable := translated(snapshot, turn.Question, i > 0); readable {
			turn.Question = before.Chinese
		}
		t.History = append(t.History, turn)
	}
	return t, true
}

func translated(snapshot *retrieval.Snapshot, text string, followsUp bool) (english.Reading, bool) {
	latin := func(r rune) bool { return r < unicode.MaxASCII && unicode.IsLetter(r) }
	if !strings.ContainsFunc(text, latin) || strings.ContainsFunc(text, hanzi.IsHan) {
		return english.Reading{}, false
	}
	return english.Read(text, snapshot.Romanized, followsUp)
}

// unsure says that an answer to a question in English is none that the articles bear
// out: the reading may be at fault, and what is nearest to it is no help.
func (t translation) unsure(snapshot *retrieval.Snapshot, said Answer) bool {
	if !t.foreign {
		return false
	}
	if len(said.Citations) == 0 || said.Refused && said.Support > 0 && said.Support < supportBound {
		return true
	}
	var quotes, around strings.Builder
	for _, c := range said.Citations {
		quotes.WriteString(c.Quote)
		if source, ok := snapshot.Source(c.Paragraph); ok {
			around.WriteString(source.Article.Title)
			for _, p := range source.Article.Paragraphs {
				around.WriteString(p.Text)
			}
		}
	}
	for _, name := range t.read.Names {
		if !strings.Contains(hanzi.Fold(around.String()), name) {
			return true
		}
	}
	return !strings.Contains(quotes.String(), t.read.Done) || !t.counts(said)
}

// counts says that the figure of an answer counts what was asked for.
func (t translation) counts(said Answer) bool {
	if t.read.Counted == "" || len(said.Figures) == 0 || said.Figures[0].Metric == nil {
		return true
	}
	return wording.Shared(wording.Bigrams(t.read.Counted), *said.Figures[0].Metric) > 0
}
