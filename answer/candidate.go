package answer

import (
	"slices"
	"sort"
	"strings"

	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/ledger"
)

// candidate is a figure that may be the one asked for, in its sentence. Offsets
// of figure are in runes of the paragraph.
type candidate struct {
	sentence sentence
	figure   figure.Figure
	entry    ledger.Entry // the figure with whose it is and what it measures
	clause   hanzi.Span   // in runes of the paragraph
	features features
	score    float64
}

// features are what speaks for a figure, each about 0…1.
type features struct {
	Coverage float64 // share of the question's words that its sentence holds, or what that leans on
	Cosine   float64 // of the question and the sentence
	Hit      float64 // its passage's score
	Missing  float64 // 1 where the article does not name a place that was asked about
	Fit      float64 // it is of the kind and unit that was asked for
	Clause   float64 // share of the question's words in its clause
	Near     float64 // share of them close before it
	Scope    float64 // it is of the whole that was named (占全省): 1, or of another: -1
	Held     float64 // 1 where the question itself names the figure
	Known    float64 // share of the question's words in its surroundings
	Meaning  float64 // share of the question's words in its entity, metric and period
	Metric   float64 // share of its metric's words that the question holds
	Entity   float64 // share of its entity's words that the question holds
	Head     float64 // share of what is asked for by name that its clause, what stands before it or the ledger hold
	Unsaid   float64 // share of the question's nouns that its article says nowhere
	Written  float64 // share of the question's 《…》 and Latin names that its clause or the one before holds
	Read     float64 // the reader's voice for it as the answer, -1…1
}

// score says how well a figure answers, against others; read that the reader was asked.
func (f features) score(read bool) float64 { return f.times(figureWeights(read)) }

// times is the sum of the features, each times its weight.
func (f features) times(w features) float64 {
	return f.Coverage*w.Coverage + f.Cosine*w.Cosine + f.Hit*w.Hit + f.Missing*w.Missing + f.Fit*w.Fit + f.Clause*w.Clause +
		f.Near*w.Near + f.Scope*w.Scope + f.Held*w.Held + f.Known*w.Known + f.Meaning*w.Meaning + f.Metric*w.Metric +
		f.Entity*w.Entity + f.Head*w.Head + f.Unsaid*w.Unsaid + f.Written*w.Written + f.Read*w.Read
}

// readSentences is how many sentences' figures are looked at.
const readSentences = 14

// candidates are the figures that fit what is asked, best first.
func candidates(snapshot *retrieval.Snapshot, r reading, sentences []sentence, read readings) []candidate {
	asked, nearest, thing, names := r.words(snapshot), r.nearest(snapshot), r.head(snapshot), writtenIn(r.asked())
	var out []candidate
	for _, s := range sentences[:min(readSentences, len(sentences))] {
		for _, e := range r.joined(snapshot.Ledger().Of(s.source.Paragraph), s.text) {
			f := e.Figure
			if f.Start < s.span.Start || f.End > s.span.End || r.fit(f) <= 0 {
				continue
			}
			c := candidate{sentence: s, figure: f, entry: e, clause: clauseOf(s.text, s.span, f)}
			c.weigh(snapshot, r, asked, nearest)
			c.features.Written = c.holdsWritten(names)
			c.features.Head = heldHead(snapshot, thing, string(s.text[s.span.Start:c.clause.End])+" "+e.Metric+" "+e.Entity)
			if read != nil {
				c.features.Read = voice(read.span(s.source.Paragraph, f.Start, f.End))
			}
			c.score = c.features.score(read != nil)
			out = append(out, c)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].score > out[j].score })
	return out
}

// joined are the figures of a paragraph; where a time is asked for, a date and the
// parts of it that stand right behind (4月25日 + 上午10时, 2001年的 + 9月11日) are one.
func (r reading) joined(entries []ledger.Entry, text []rune) []ledger.Entry {
	if r.asks == asksYear {
		return withEnds(entries, text)
	}
	if r.asks != asksDate {
		return entries
	}
	var out []ledger.Entry
	for _, e := range entries {
		if n := len(out) - 1; n >= 0 && e.Kind == figure.Date && out[n].Kind == figure.Date && joint(text[out[n].End:e.Start]) {
			last := &out[n]
			last.End, last.Text = e.End, string(text[last.Start:e.End])
			last.When = figure.When{Year: max(last.When.Year, e.When.Year), Month: max(last.When.Month, e.When.Month), Day: max(last.When.Day, e.When.Day)}
			continue
		}
		out = append(out, e)
	}
	return out
}

// withEnds adds the ends of spans of time to the figures, since a year that is
// asked for may be either (从1951年12月至1958年7月).
func withEnds(entries []ledger.Entry, text []rune) []ledger.Entry {
	var out []ledger.Entry
	for _, e := range entries {
		at := -1
		if e.Kind == figure.Date {
			at = slices.IndexFunc(text[e.Start:e.End], func(r rune) bool { return strings.ContainsRune("至到-—–~～", r) })
		}
		if at <= 0 || e.Start+at+1 >= e.End {
			out = append(out, e)
			continue
		}
		for _, part := range [][2]int{{e.Start, e.Start + at}, {e.Start + at + 1, e.End}} {
			for _, f := range figure.Find(string(text[part[0]:part[1]])) {
				end := e
				end.Figure = f
				end.Start, end.End = f.Start+part[0], f.End+part[0]
				out = append(out, end)
			}
		}
	}
	return out
}

// joint says that what stands between two dates makes them one.
func joint(between []rune) bool {
	s := string(between)
	return s == "" || s == "的" || s == " "
}

// weigh fills a candidate's features and its score.
func (c *candidate) weigh(snapshot *retrieval.Snapshot, r reading, asked, nearest wordsAsked) {
	c.features = features{
		Coverage: c.sentence.coverage, Cosine: c.sentence.cosine, Hit: c.sentence.hit,
		Missing: oneOf(c.sentence.missing != ""), Fit: r.fit(c.figure), Held: r.askedHeld(c.figure),
		Unsaid: c.sentence.unsaid,
		Clause: c.clauseCoverage(snapshot, asked), Near: c.near(snapshot, asked), Scope: r.scoped(*c),
		Known: c.knownWords(snapshot, asked),
	}
	c.weighMeaning(snapshot, asked, nearest)
	switch {
	case r.asks == asksChange && !c.changes():
		c.features.Fit *= unchangedFit
	case r.asks == asksQuantity && c.entry.Direction != "" && r.claim == nil && !changes.MatchString(hanzi.Fold(r.raw)):
		c.features.Fit *= changedFit
	}
}

// weighMeaning compares the question with what the ledger knows of the figure.
func (c *candidate) weighMeaning(snapshot *retrieval.Snapshot, asked, nearest wordsAsked) {
	e := c.entry
	meaning := termSet(snapshot, strings.Join([]string{e.Entity, e.Metric, e.Period.Text, e.Unit}, " "))
	c.features.Meaning = asked.share(func(term string) float64 { return oneOf(meaning[term]) })
	c.features.Metric = heldBy(nearest, snapshot.Terms(longForms.Replace(e.Metric)))
	c.features.Entity = heldBy(asked, snapshot.Terms(e.Entity))
}

// holdsWritten is the share of names that the clause or the one before it holds.
func (c candidate) holdsWritten(names []string) float64 {
	if len(names) == 0 {
		return 0
	}
	from := c.clause.Start
	if from > c.sentence.span.Start+1 {
		from = clauseBefore(c.sentence, from)
	}
	text := hanzi.Fold(string(c.sentence.text[from:c.clause.End]))
	held := 0.0
	for _, n := range names {
		held += oneOf(strings.Contains(text, n))
	}
	return held / float64(len(names))
}

// heldBy is the share of terms that a question holds; 0 of none.
func heldBy(asked wordsAsked, terms []string) float64 {
	if len(terms) == 0 {
		return 0
	}
	held := 0.0
	for _, term := range terms {
		held += oneOf(asked.holds(term))
	}
	return held / float64(len(terms))
}

// unchangedFit is what is left of a figure's fit where a change is asked for and
// its clause speaks of none.
const unchangedFit = 0.4

// changedFit is what is left of it where a level is asked for and the figure is a
// change (比2020年减少5次).
const changedFit = 0.5

var changeWords = []string{"增", "涨", "升", "降", "减", "跌", "扩", "提高", "提升", "多出", "回落", "下滑", "比", "较", "翻", "倍", "变", "缩"}

// changes says that the clause speaks of a change before the figure.
func (c candidate) changes() bool {
	before := hanzi.Fold(string(c.sentence.text[c.clause.Start:c.figure.End]))
	for _, word := range changeWords {
		if strings.Contains(before, word) {
			return true
		}
	}
	return false
}

// scopes are the wholes that a share or a rank is of, by what their names end in.
var scopes = []string{"国", "省", "市", "区", "县", "球", "界"}

// scoped says whether a share or rank is of the whole that the question names: 1
// for the same (占全省, 占河南省), -1 for another one, 0 where nothing is named.
func (r reading) scoped(c candidate) float64 {
	if r.asks != asksShare && r.asks != asksRank {
		return 0
	}
	asked := hanzi.Fold(r.raw)
	before := hanzi.Fold(string(c.sentence.text[c.clause.Start:c.figure.Start]))
	for _, scope := range scopes {
		if !strings.Contains(asked, "全"+scope) && !strings.Contains(asked, "占"+scope) {
			continue
		}
		if strings.Contains(before, scope) {
			return 1
		}
		return -1
	}
	return 0
}

// claimedHeld is what speaks against a figure that the question claims: the one
// that corrects it must win where both fit.
const claimedHeld = 0.25

// saidHeld is what speaks against the figure that was just said, in a follow-up.
const saidHeld = 0.5

// askedHeld is how much speaks against a figure that the question itself names.
func (r reading) askedHeld(f figure.Figure) float64 {
	switch {
	case r.said[f.Text]:
		return saidHeld
	case !r.holds(f):
		return 0
	case r.claim != nil:
		return claimedHeld
	}
	return 1
}

// holds says that the question itself names the figure: it is what is known, not
// what is asked for.
func (r reading) holds(f figure.Figure) bool {
	for _, q := range r.figures {
		if q.Kind == figure.Date && f.Kind == figure.Date {
			if q.When == f.When {
				return true
			}
			continue
		}
		if q.Value.Equal(f.Value) && (q.Unit == f.Unit || q.Unit == "" || f.Unit == "") && q.Kind != figure.Identifier {
			return true
		}
	}
	return false
}

// clauseOf is the part of a sentence between commas in which f stands.
func clauseOf(text []rune, within hanzi.Span, f figure.Figure) hanzi.Span {
	c := hanzi.Span{Start: f.Start, End: f.End}
	for c.Start > within.Start && !partsClause(text, c.Start-1) {
		c.Start--
	}
	for c.End < within.End && !partsClause(text, c.End) {
		c.End++
	}
	return c
}

// partsClause says that a clause ends at i. A comma between digits is a part of
// the number.
func partsClause(text []rune, i int) bool {
	switch text[i] {
	case '，', '；', '。', '：', ';', '！', '？', '\n':
		return true
	case ',':
		return !(i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1]))
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// What a word of the question is worth that stands in the clause before: all
// where the clause has no subject of its own (同比增长24.8%), and further back.
const (
	leanCredit = 0.9
	leadCredit = 0.4
)

// clauseCoverage is the share of the question's words in the clause and, for
// less, in what stands before it in the sentence.
func (c candidate) clauseCoverage(snapshot *retrieval.Snapshot, asked wordsAsked) float64 {
	clause := c.clauseTerms(snapshot)
	return asked.share(func(term string) float64 {
		if c.sentence.titled[term] { // what the title names, the whole article is about
			return 1
		}
		return clause(term)
	})
}

// clauseTerms credits a term that stands in the clause, or before it.
func (c candidate) clauseTerms(snapshot *retrieval.Snapshot) func(term string) float64 {
	text, s := c.sentence.text, c.sentence
	own := termSet(snapshot, string(text[c.clause.Start:c.clause.End]))
	lead := termSet(snapshot, string(text[s.span.Start:c.clause.Start]))
	before := map[string]bool{}
	if c.clause.Start > s.span.Start+1 && (leansBack(text[c.clause.Start:c.clause.End]) || text[c.clause.Start-2] == '的') { // 通过认定的，给予20万元
		before = termSet(snapshot, string(text[clauseBefore(s, c.clause.Start):c.clause.Start]))
	}
	return func(term string) float64 {
		switch {
		case own[term]:
			return 1
		case before[term]:
			return leanCredit
		case lead[term]:
			return leadCredit
		}
		return 0
	}
}

// knownWords is the share of the question's words that the clause, the title or
// what stands around it holds: how far the articles speak of what was asked.
func (c candidate) knownWords(snapshot *retrieval.Snapshot, asked wordsAsked) float64 {
	text, s := c.sentence.text, c.sentence
	own := termSet(snapshot, string(text[c.clause.Start:c.clause.End]))
	lead := termSet(snapshot, string(text[s.span.Start:c.clause.Start]))
	return asked.share(func(term string) float64 { return credit(term, own, s.titled, lead, s.around) })
}

// leaning begin clauses that take their subject from the one before.
var leaning = []string{"同比", "环比", "比", "较", "增长", "增", "下降", "减少", "降", "上升", "上涨", "跌", "占", "居", "位居", "位列", "排名", "达", "逆势", "其中", "平均", "超", "约", "为", "实现", "是", "创", "涨", "高于", "低于", "连续", "增速", "增幅"}

// leansBack says that a clause has no subject of its own.
func leansBack(clause []rune) bool {
	text := strings.TrimLeft(hanzi.Fold(string(clause)), ",、 ")
	for _, word := range leaning {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	return false
}

// nearRunes is how far before a figure its name stands: 实际利用外资254678万美元.
const nearRunes = 10

// near is the share of the question's words close before the figure.
func (c candidate) near(snapshot *retrieval.Snapshot, asked wordsAsked) float64 {
	from := max(c.clause.Start, c.figure.Start-nearRunes)
	to := min(c.clause.End, c.figure.End+nearRunes/2)
	close := termSet(snapshot, string(c.sentence.text[from:to]))
	return asked.share(func(term string) float64 { return oneOf(close[term]) })
}
