package asking

import (
	"strings"
	"unicode"

	"youju/answer/english"
	"youju/hanzi"
	"youju/lang"
	"youju/retrieval"
)

// Translation is a question as it is read in Chinese, with those before it.
type Translation struct {
	Question
	Foreign bool   // it has no Chinese character, so that it may be read wrongly
	Told    string // how it was read, where it was translated
	Read    english.Reading
}

// InChinese reads a question in English; ok is false where that cannot be done. Any
// other question stays as it is.
func InChinese(snapshot *retrieval.Snapshot, q Question) (t Translation, ok bool) {
	read, readable := translated(snapshot, q.Text, len(q.History) > 0)
	written, _ := lang.Written(q.Text)
	if !readable && written == lang.English {
		return t, false
	}
	t.Question, t.History = q, nil
	if readable {
		t.Text, t.Read, t.Told = read.Chinese, read, q.Language.Say("answer.read-as", read.Chinese)
	}
	t.Foreign = readable || q.Language == lang.English && !strings.ContainsFunc(q.Text, hanzi.IsHan)
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
