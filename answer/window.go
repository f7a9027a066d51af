package answer

import (
	"context"
	"fmt"
	"math"
	"slices"
	"sort"
	"strings"

	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/answer/wording"
	"youju/embed"
	"youju/hanzi"
)

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

// readings are the windows that were read for a question.
type readings []window

// unread is the reader's word for what it did not see.
const unread = -12.0

// readBest has the reader look at the windows around the best sentences; where it is not
// asked, or nil, there are none.
func readBest(ctx context.Context, reader *embed.Reader, r asking.Reading, sentences []sentence) (readings, error) {
	if reader == nil || asking.Handled.MatchString(r.Raw) { // it would look for a person
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
	for _, short := range shortLatin.FindAllString(folded, -1) {
		long := wording.LongForm(short)
		if long == short || slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(hanzi.Fold(text), short) }) {
			continue
		}
		folded = strings.ReplaceAll(folded, short, long)
		question = folded
	}
	return question
}

var shortLatin = pattern.Compile(`[a-z]{3}`)

// lacksShort is the Latin short form of a question (GDP) of which neither it nor what it is
// short for stands in what the figure is of; "" for none.
func lacksShort(r asking.Reading, c candidate) string {
	said := wording.LongForm(hanzi.Fold(c.sentence.String() + c.sentenceBefore() + c.entry.Metric + c.sentence.source.Article.Title))
	for _, short := range shortLatin.FindAllString(hanzi.Fold(r.Raw), -1) {
		if long := wording.LongForm(short); long != short && !strings.Contains(said, long) {
			return strings.ToUpper(short)
		}
	}
	return ""
}

// windowsAround are the windows of the best sentences with as much of their
// neighbours as fits, and what is read for each.
func windowsAround(sentences []sentence) (readings, []string) {
	var windows readings
	var texts []string
	for _, s := range sentences {
		if len(windows) >= mostWindows {
			break
		}
		if windows.of(s) != nil {
			continue
		}
		text, shift := "", 0
		if title := []rune(s.source.Article.Title); len(title) > 0 {
			title = title[:min(titleRunes, len(title))]
			text = string(title) + "。"
			shift = len(title) + 1
		}
		for _, span := range windowsOf(s) {
			windows = append(windows, window{paragraph: s.source.Paragraph, span: span, shift: shift})
			texts = append(texts, text+string(s.text[span.Start:span.End]))
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
func windowsOf(s sentence) []hanzi.Span {
	out := []hanzi.Span{around(s)}
	for last := out[0]; last.End < s.span.End && len(out) < longWindows; last = out[len(out)-1] {
		start := last.Start + windowStep
		out = append(out, hanzi.Span{Start: start, End: min(s.span.End, start+windowRunes)})
	}
	return out
}

// around extends a sentence by whole neighbours, in turns before and behind, up
// to windowRunes; a longer sentence is cut.
func around(s sentence) hanzi.Span {
	spans := hanzi.Sentences(s.source.Text)
	at := 0
	for i, span := range spans {
		if span.Start == s.span.Start {
			at = i
		}
	}
	out := hanzi.Span{Start: s.span.Start, End: min(s.span.End, s.span.Start+windowRunes)}
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
func (w readings) of(s sentence) *window {
	for i := range w {
		if w[i].paragraph == s.source.Paragraph && w[i].span.Start <= s.span.Start && s.span.Start < w[i].span.End {
			return &w[i]
		}
	}
	return nil
}

// looseRunes are how far an answer's borders may lie from the figure's: 约 before
// it and the noun that was counted behind it belong to many answers.
const looseRunes = 2

// span is what the reader gives to the runes [start,end) of a paragraph as the
// answer, in log-odds against there being none, give or take a rune or two.
func (w readings) span(paragraph string, start, end int) float64 {
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
// most longest runes.
func (w readings) best(s sentence, longest int) (hanzi.Span, float64) {
	found, score := hanzi.Span{}, unread
	seen := false // of the windows that hold its beginning the first tells
	for _, x := range w {
		first := x.span.Start <= s.span.Start && s.span.Start < x.span.End
		if x.paragraph != s.source.Paragraph || seen && first || !first && (s.span.End-s.span.Start <= windowRunes || x.span.Start >= s.span.End || x.span.End <= s.span.Start) {
			continue
		}
		seen = seen || first
		for _, answer := range x.reading.Best(bestSpans, longest) {
			span := hanzi.Span{Start: answer.Start - x.shift + x.span.Start, End: answer.End - x.shift + x.span.Start}
			if answer.Start >= x.shift && span.Start >= s.span.Start && span.End <= s.span.End && answer.Score > score {
				found, score = span, answer.Score
			}
		}
	}
	return found, score
}

// longestAnswer is the most runes of an answer that the reader looks for.
const longestAnswer = 40

// reread gives the sentences that were read the reader's voice, and sorts them anew.
func (w readings) reread(sentences []sentence) {
	if w == nil {
		return
	}
	for i := range sentences {
		s := &sentences[i]
		answer, logOdds := w.best(*s, longestAnswer)
		s.answer, s.read = answer, voice(logOdds)
		s.score = s.features().Score(true)
	}
	sort.SliceStable(sentences, func(i, j int) bool { return sentences[i].score > sentences[j].score })
}

// bestSpans is how many of a window's likeliest answers are looked at.
const bestSpans = 6

// voice brings log-odds to about -1…1, flat at both ends.
func voice(logOdds float64) float64 { return math.Tanh(logOdds / 8) }
