package evidence

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"
	"unicode"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/embed"
	"youju/hanzi"
)

// SureOfName is the reader's voice from which on a name is said before its sentence.
const SureOfName = 0.5

// The reader sees few windows of the best sentences, each about as long as it can
// take in at once.
const (
	mostWindows = 7
	windowRunes = 140 // of the paragraph; the question and the title come to it
	titleRunes  = 28  // of the title, which stands before each window as it did in training
)

// window is a part of a paragraph as the reader saw it.
type window struct {
	paragraph string
	span      hanzi.Span // runes of the paragraph
	shift     int        // runes that stand before it in the text that was read
	reading   embed.Reading
}

// Readings are the windows that were read for a question.
type Readings []window

// unread is the reader's word for what it did not see.
const unread = -12.0

// Read has the reader look at the windows around the best sentences; where it is not
// asked, or nil, there are none.
func Read(ctx context.Context, reader *embed.Reader, r asking.Reading, sentences []Sentence) (Readings, error) {
	if reader == nil || asking.AsksHandler(r.Raw) { // it would look for a person
		return nil, nil
	}
	windows, texts := windowsAround(sentences)
	found, err := reader.Read(ctx, asWritten(r.Text, texts), texts)
	if err != nil {
		return nil, fmt.Errorf("read the best passages: %w", err)
	}
	for i := range windows {
		windows[i].reading = found[i]
	}
	return windows, nil
}

// asWritten is a question with long forms for its Latin short ones (GDP) where the texts have
// none of these: the reader knows words by their characters.
func asWritten(question string, texts []string) string {
	folded := hanzi.Fold(question)
	for _, short := range LatinShorts(folded) {
		long := wording.LongForm(short)
		if long == short || slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(hanzi.Fold(text), short) }) {
			continue
		}
		folded = strings.ReplaceAll(folded, short, long)
		question = folded
	}
	return question
}

// LatinShorts are the parts of Latin short forms in a folded text: gdp.
func LatinShorts(folded string) []string { return latinShort.FindAllString(folded, -1) }

var latinShort = pattern.Compile(`[a-z]{3}`)

// windowsAround are the windows of the best sentences with as much of their
// neighbours as fits, and what is read for each.
func windowsAround(sentences []Sentence) (Readings, []string) {
	var windows Readings
	var texts []string
	for _, s := range sentences {
		if len(windows) >= mostWindows {
			break
		}
		if windows.of(s) != nil {
			continue
		}
		text, shift := "", 0
		if title := []rune(s.Source.Article.Title); len(title) > 0 {
			title = title[:min(titleRunes, len(title))]
			text = string(title) + "。"
			shift = len(title) + 1
		}
		for _, span := range windowsOf(s) {
			windows = append(windows, window{paragraph: s.Source.Paragraph, span: span, shift: shift})
			texts = append(texts, text+string(s.Text[span.Start:span.End]))
		}
	}
	return windows, texts
}

// longWindows is how many windows a sentence has at most that fits into none, and
// windowStep how many runes the next begins behind the one before.
const (
	longWindows = 3
	windowStep  = 100
)

// windowsOf are the parts of a paragraph that are read for a sentence.
func windowsOf(s Sentence) []hanzi.Span {
	out := []hanzi.Span{around(s)}
	for last := out[0]; last.End < s.Span.End && len(out) < longWindows; last = out[len(out)-1] {
		start := last.Start + windowStep
		out = append(out, hanzi.Span{Start: start, End: min(s.Span.End, start+windowRunes)})
	}
	return out
}

// around extends a sentence by whole neighbours, in turns before and behind, up
// to windowRunes; a longer sentence is cut.
func around(s Sentence) hanzi.Span {
	spans := hanzi.Sentences(s.Source.Text)
	at := 0
	for i, span := range spans {
		if span.Start == s.Span.Start {
			at = i
		}
	}
	out := hanzi.Span{Start: s.Span.Start, End: min(s.Span.End, s.Span.Start+windowRunes)}
	for before, behind := at-1, at+1; before >= 0 || behind < len(spans); before, behind = before-1, behind+1 {
		if before >= 0 && out.End-spans[before].Start <= windowRunes {
			out.Start = spans[before].Start
		} else {
			before = -1
		}
		if behind < len(spans) && spans[behind].End-out.Start <= windowRunes {
			out.End = spans[behind].End
		} else {
			behind = len(spans)
		}
	}
	return out
}

// of is the window that holds a sentence, nil for none.
func (w Readings) of(s Sentence) *window {
	for i := range w {
		if w[i].paragraph == s.Source.Paragraph && w[i].span.Start <= s.Span.Start && s.Span.Start < w[i].span.End {
			return &w[i]
		}
	}
	return nil
}

// looseRunes are how far an answer's borders may lie from the figure's: 约 before
// it and the noun that was counted behind it belong to many answers.
const looseRunes = 2

// Span is what the reader gives to the runes [start,end) of a paragraph as the
// answer, in log-odds against there being none, give or take a rune or two.
func (w Readings) Span(paragraph string, start, end int) float64 {
	best := unread
	for _, x := range w {
		if x.paragraph != paragraph || start < x.span.Start || end > x.span.End {
			continue
		}
		from, to := start-x.span.Start+x.shift, end-x.span.Start+x.shift
		for before := 0; before <= looseRunes && from-before >= x.shift; before++ {
			for behind := 0; behind <= looseRunes && to+behind <= x.shift+x.span.End-x.span.Start; behind++ {
				best = max(best, x.reading.Span(from-before, to+behind))
			}
		}
	}
	return best
}

// best is the likeliest answer in a sentence, as runes of its paragraph, of at
// most longest runes; not where something is held, if somebody is asked for.
func (w Readings) best(r asking.Reading, s Sentence, longest int) (hanzi.Span, float64) {
	found, score := hanzi.Span{}, unread
	seen := false // of the windows that hold its beginning the first tells
	for _, x := range w {
		first := x.span.Start <= s.Span.Start && s.Span.Start < x.span.End
		if x.paragraph != s.Source.Paragraph || seen && first || !first && (s.Span.End-s.Span.Start <= windowRunes || x.span.Start >= s.Span.End || x.span.End <= s.Span.Start) {
			continue
		}
		seen = seen || first
		for _, answer := range x.reading.Best(bestSpans, longest) {
			span := hanzi.Span{Start: answer.Start - x.shift + x.span.Start, End: answer.End - x.shift + x.span.Start}
			inside := answer.Start >= x.shift && span.Start >= s.Span.Start && span.End <= s.Span.End
			if inside && answer.Score > score && !(r.Asks == asking.Person && holdsEvent(s.Text, span)) && !wroteText(s.Text, span) {
				found, score = balanced(s.Text, s.Span, span), answer.Score
			}
		}
	}
	return found, score
}

// holdsEvent says that a part of a text is where something is held: 云湖 of 在云湖举行.
func holdsEvent(text []rune, span hanzi.Span) bool {
	return span.Start > 0 && text[span.Start-1] == '在' && heldThere.MatchString(string(text[span.End:min(len(text), span.End+heldRunes)]))
}

var heldThere = pattern.Compile(`^(继续|正式|落幕|开幕|闭幕|开赛|举[行办]|进行|召开|展开|打响|结束)`)

const heldRunes = 2

// wroteText says that a part of a text is who wrote it, which answers nothing that is asked of what it tells.
func wroteText(text []rune, span hanzi.Span) bool {
	return byline.MatchString(string(text[max(0, span.Start-bylineRunes):span.Start]))
}

// byline ends in what stands before the name of who wrote a text.
var byline = pattern.Compile(`(记者|作者|编辑|责编|通讯员|摄影|撰文|编译|校对|实习生)[:：]\s*$|[（(](\p{Han}{2,8})?记者\s*$`)

const bylineRunes = 14

// longestAnswer is the most runes of an answer that the reader looks for.
const longestAnswer = 40

// Reread gives the sentences that were read the reader's voice, and sorts them anew.
func (w Readings) Reread(r asking.Reading, sentences []Sentence) {
	if w == nil {
		return
	}
	rivals, asked := RivalsOf(sentences), hanzi.Fold(r.Raw)
	for i := range sentences {
		s := &sentences[i]
		answer, logOdds := w.best(r, *s, longestAnswer)
		s.Answer, s.Read = answer, Voice(logOdds)
		if said := strings.TrimFunc(hanzi.Fold(string(s.Text[answer.Start:answer.End])), isMark); len([]rune(said)) > 1 && !strings.Contains(asked, said) {
			s.Contested = rivals.Contest(*s, said)
		}
		s.Beside, logOdds = w.beside(*s)
		s.ReadBeside = Voice(logOdds)
		s.Score = s.Features().Score(true)
	}
	sort.SliceStable(sentences, func(i, j int) bool { return sentences[i].Score > sentences[j].Score })
}

func isMark(c rune) bool { return unicode.IsPunct(c) || unicode.IsSpace(c) }

// bestSpans is how many of a window's likeliest answers are looked at.
const bestSpans = 6

// Voice brings log-odds to about -1…1, flat at both ends.
func Voice(logOdds float64) float64 { return math.Tanh(logOdds / 8) }
