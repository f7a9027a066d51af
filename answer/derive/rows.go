package derive

import (
	"slices"
	"strings"
	"unicode"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
)

// Row is the figure of one of several things of which a passage says the same, with the thing as the passage names it:
// 东院区 of 院本部2300张、东院区1200张.
type Row struct {
	Name string
	Operand
}

// Rows are the things, in the order of the passage, of which one of the best sentences' passages says what a question asks
// of several that it does not list; none where no passage does.
func Rows(snapshot *retrieval.Snapshot, r asking.Reading, sentences []evidence.Sentence) []Row {
	asked := wording.Bigrams(wording.LongForm(strings.ReplaceAll(r.Raw, "最", "")))
	grew := asksGrowth.MatchString(hanzi.Fold(r.Raw))
	var best []Row
	most := leastOfRows
	for _, s := range ofEachPassage(sentences) {
		if s.Unnamed > mostUnnamed {
			continue
		}
		t := newTable(snapshot, s.Source)
		for _, rows := range append(t.lists(), t.segments(r, grew)...) {
			if score := t.score(r, asked, rows, grew); score > most {
				best, most = rows, score
			}
		}
	}
	return best
}

// ofEachPassage are the best sentences whose articles name the place that is asked about, one of each passage.
func ofEachPassage(sentences []evidence.Sentence) (out []evidence.Sentence) {
	for _, s := range sentences[:min(rowSentences, len(sentences))] {
		if s.Missing == "" && !slices.ContainsFunc(out, func(o evidence.Sentence) bool { return o.Source.Paragraph == s.Source.Paragraph }) {
			out = append(out, s)
		}
	}
	return out
}

const (
	rowSentences = 4
	mostUnnamed  = 0.5 // of a strange name of the question that the article lacks
	leastOfRows  = 0.4 // of how well rows are what is asked
	countedRows  = 0.25
	namedRows    = 0.3
	longestName  = 14 // runes
)

// asksGrowth asks how much several grew.
var asksGrowth = pattern.Compile(`增长|涨|` + pattern.Pace + `|增得|降得|跌得|最猛`)

// table is a passage with its figures.
type table struct {
	snapshot *retrieval.Snapshot
	source   retrieval.Source
	text     []rune // folded
	figures  []weigh.Candidate
}

func newTable(snapshot *retrieval.Snapshot, source retrieval.Source) table {
	t := table{snapshot: snapshot, source: source, text: hanzi.FoldRunes([]rune(source.Text))}
	for _, e := range snapshot.Ledger().Of(source.Paragraph) {
		switch e.Kind {
		case figure.Count, figure.Amount, figure.Share, figure.Change:
			if e.Value.Equal(e.High) && e.Unit != "" {
				t.figures = append(t.figures, weigh.Standing(source, e))
			}
		}
	}
	return t
}

// betweenItems stands between two items of a list, each with its figure.
var betweenItems = pattern.Compile(`^[,、](?:和|以及|及)?([^,。;:、]{1,14})$|^(?:和|以及|及|与)([^,。;:、]{1,14})$`)

// noItem is what goes on about the same thing.
var noItem = pattern.Compile(`的$|有$|是|增|降|升|跌|涨|减|同比|环比|比|较|占|其中|为|达|超|约|近|平均|累计|共|合计|率|目前|其他|其余|去年|今年|上年`)

// lists are the lists of the passage in which each item has its own figure, and those to which figures are shared out.
func (t table) lists() (out [][]Row) {
	for i := 0; i+1 < len(t.figures); i++ {
		first := t.figures[i]
		rows := []Row{{t.nameBefore(first.Figure), Operand{Candidate: first}}}
		at := i
		for at+1 < len(t.figures) && t.figures[at+1].Figure.Unit == first.Figure.Unit && t.figures[at+1].Figure.Kind == first.Figure.Kind {
			next := t.figures[at+1]
			m := betweenItems.FindStringSubmatch(string(t.text[t.figures[at].Figure.End:next.Figure.Start]))
			if m == nil {
				break
			}
			name := ofWhich(m[1] + m[2])
			if noItem.MatchString(name) {
				break
			}
			rows = append(rows, Row{strings.TrimSpace(name), Operand{Candidate: next}})
			at++
		}
		if len(rows) > 1 && rows[0].Name != "" {
			out = append(out, rows)
			i = at
			continue
		}
		if shared := t.shared(i); len(shared) > 1 {
			out = append(out, shared)
			i += len(shared) - 1
		}
	}
	return out
}

// nameBefore is the item that stands right before a figure, behind the sign before it; "" where none does.
func (t table) nameBefore(f figure.Figure) string {
	from := f.Start
	for from > 0 && f.Start-from < longestName && !strings.ContainsRune(",。;:、", t.text[from-1]) {
		from--
	}
	name := strings.TrimPrefix(string(t.text[from:f.Start]), "其中")
	if noItem.MatchString(name) || len([]rune(name)) >= longestName {
		name = t.leading(from, f.Start)
	}
	if name = t.behindVerb(ofWhich(name)); noItem.MatchString(name) {
		return ""
	}
	return name
}

// behindVerb is a name less the verb and what stands before that: 肝移植 of 全年完成肝移植.
func (t table) behindVerb(name string) string {
	runes := []rune(name)
	words := t.snapshot.Words(name)
	for i := len(words) - 2; i >= 0; i-- {
		if w := words[i]; w.Speech == "v" && w.End-w.Start > 1 && len(runes)-w.End > 1 {
			return string(runes[w.End:])
		}
	}
	return name
}

// ofWhich is a name less what stands before it that says which one it is: 万穗米业 of 民营的万穗米业.
func ofWhich(name string) string {
	if at := strings.LastIndex(name, "的"); at >= 0 && at+len("的") < len(name) {
		return name[at+len("的"):]
	}
	return name
}

// shared are the things to which the figures from the i-th on are shared out by 分别.
func (t table) shared(i int) (rows []Row) {
	items := t.figures[i].ThingsShared(t.snapshot)
	if len(items) < 2 || i+len(items) > len(t.figures) {
		return nil
	}
	for n, item := range items {
		c := t.figures[i+n]
		if c.Figure.Unit != t.figures[i].Figure.Unit {
			return nil
		}
		rows = append(rows, Row{item, Operand{Candidate: c}})
	}
	return rows
}

// segments are the parts of the passage between full stops and semicolons that begin with a name each and say of it the
// same: 甲航空准点率91.2%；乙航空准点率88.7%.
func (t table) segments(r asking.Reading, grew bool) [][]Row {
	measures := wording.Bigrams(wording.LongForm(r.Raw))
	var rows []Row
	var out [][]Row
	flush := func() {
		if len(rows) > 1 {
			out = append(out, rows)
		}
		rows = nil
	}
	for from := 0; from < len(t.text); {
		to := from
		for to < len(t.text) && !strings.ContainsRune(";。", t.text[to]) {
			to++
		}
		if row, ok := t.segment(from, to, measures, grew); ok && (len(rows) == 0 || rows[0].Figure.Unit == row.Figure.Unit) {
			rows = append(rows, row)
		} else {
			flush()
			if ok {
				rows = append(rows, row)
			}
		}
		from = to + 1
	}
	flush()
	return out
}

// segment is the row of a part of the passage: its name and the figure of what is asked for.
func (t table) segment(from, to int, measures map[string]bool, grew bool) (Row, bool) {
	for i := to - 1; i >= from; i-- { // 三家码头各有进账：东瀚231.4万标箱
		if t.text[i] == ':' {
			from = i + 1
			break
		}
	}
	start := from
	for i := from; i < to && i-from < longestName; i++ {
		if t.text[i] == ',' && strings.ContainsAny(string(t.text[from:i]), "中里") { // 三家整车厂中，
			start = i + 1
			break
		}
		if t.text[i] == ',' {
			break
		}
	}
	var best weigh.Candidate
	most := -1
	for _, c := range t.figures {
		if c.Figure.Start < start || c.Figure.End > to || grew != (c.Figure.Kind == figure.Change) {
			continue
		}
		clause := c.Figure.Start
		for clause > start && !strings.ContainsRune(",、", t.text[clause-1]) {
			clause--
		}
		if said := wording.Shared(measures, string(t.text[clause:c.Figure.Start])); said > most {
			best, most = c, said
		}
	}
	if most < 0 {
		return Row{}, false
	}
	name := t.leading(start, to)
	return Row{name, Operand{Candidate: best}}, name != ""
}

// leading is the name that a part of the passage begins with: its first nouns, up to a verb or a figure.
func (t table) leading(from, to int) string {
	end := from
	for _, w := range t.snapshot.Words(string(t.text[from:to])) {
		if from+w.Start != end || wording.IsGrammar(w) || strings.HasPrefix(w.Speech, "v") && w.Speech != "vn" && (end > from || w.End-w.Start > 1) || unicode.IsDigit([]rune(w.Text)[0]) {
			break
		}
		end = from + w.End
	}
	name := string(t.text[from:end])
	if n := len([]rune(name)); n < 2 || n > longestName || wording.IsGeneric(name) || wording.NamesNothing(name) { // 企业 is none in particular
		return ""
	}
	return name
}
