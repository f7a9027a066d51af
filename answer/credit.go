package answer

import (
	"fmt"
	"strings"

	"youju/answer/asking"
	"youju/answer/naming"
	"youju/answer/pattern"
	"youju/answer/say"
	"youju/answer/wording"
	"youju/hanzi"
	"youju/lang"
	"youju/news"
	"youju/retrieval"
)

// creditKinds are the notes that answer who made what, by a word of the question.
var creditKinds = []struct {
	words []string
	kinds []news.NoteKind
}{
	{[]string{"来源", "哪来", "哪里来"}, []news.NoteKind{news.NoteSource, news.NotePhoto}},
	{[]string{"拍", "摄", "照片", "图"}, []news.NoteKind{news.NotePhoto, news.NoteSource}},
	{[]string{"写", "记者", "作者", "报道", "通讯员", "撰"}, []news.NoteKind{news.NoteByline, news.NoteDateline}},
}

// mostCredits bounds how many notes are said when the question names no article.
const mostCredits = 5

// credited answers from the notes: those of the best article that has one, or,
// where the question names no article, those of all.
func credited(snapshot *retrieval.Snapshot, r asking.Reading, hits []retrieval.Hit) (say.Answer, bool) {
	kinds := kindsOfCredit(r)
	if namesNothing(snapshot, r) {
		var all []*news.Article
		for i := range snapshot.Articles() {
			all = append(all, &snapshot.Articles()[i])
		}
		return sayCredits(snapshot, all, kinds, mostCredits)
	}
	var found []*news.Article
	names := asking.NamesAsked(snapshot, r)
	for _, h := range hits {
		if naming.Missing(names, hanzi.Fold(r.Raw), snapshot.ArticleText(h.Article, wording.ArticleText)) == "" {
			found = append(found, h.Article)
		}
	}
	return sayCredits(snapshot, found, kinds, 1)
}

func kindsOfCredit(r asking.Reading) []news.NoteKind {
	folded := hanzi.Fold(r.Raw)
	for _, c := range creditKinds {
		for _, word := range c.words {
			if strings.Contains(folded, word) {
				return c.kinds
			}
		}
	}
	return nil
}

// creditWords are the words of such a question that name no article.
var creditWords = strings.NewReplacer("谁", "", "拍", "", "摄影", "", "摄", "", "照片", "", "图片", "", "图", "", "来源", "", "记者", "", "作者", "",
	"报道", "", "文章", "", "这", "", "那", "", "篇", "", "张", "", "写", "", "的", "", "是", "", "了", "", "哪", "", "里", "", "个", "", "位", "", "叫", "", "什么", "", "名字", "", "来", "", "?", "", "。", "")

func namesNothing(snapshot *retrieval.Snapshot, r asking.Reading) bool {
	return len(snapshot.Terms(creditWords.Replace(hanzi.Fold(r.Raw)))) == 0
}

// sayCredits says the first note of each article that has one of the kinds, up to
// most articles.
func sayCredits(snapshot *retrieval.Snapshot, articles []*news.Article, kinds []news.NoteKind, most int) (say.Answer, bool) {
	w := say.NewComposer(snapshot, lang.Simplified) // notes alone: no words of ours
	for _, a := range articles {
		note, ok := noteOf(a, kinds)
		if !ok || w.Cited() == most {
			continue
		}
		source := retrieval.Source{Article: a, Paragraph: note.ID, Text: note.Text, Note: note.Kind}
		before := w.Cited()
		n := w.Cite(source, hanzi.Span{Start: 0, End: len([]rune(note.Text))})
		if n <= before {
			continue
		}
		if n > 1 {
			w.Write("\n")
		}
		w.Write(fmt.Sprintf("%s [%d]", note.Text, n))
	}
	return w.Done(), w.Cited() > 0
}

// signed is a dateline that says who sent the report: 本报讯（记者 李争粉）.
var signed = pattern.Compile(`记者|通讯员|作者`)

func noteOf(a *news.Article, kinds []news.NoteKind) (news.Note, bool) {
	for _, kind := range kinds {
		for _, n := range a.Notes {
			if n.Kind == kind && (kind != news.NoteDateline || signed.MatchString(n.Text)) {
				return n, true
			}
		}
	}
	return news.Note{}, false
}
