package ledger

import (
	"strings"

	"youju/figure"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval/index"
)

// Reader reads the figures of articles. It is safe for concurrent use.
type Reader struct {
	tokens *index.Tokenizer
}

// NewReader makes a reader that cuts words with tokens.
func NewReader(tokens *index.Tokenizer) *Reader { return &Reader{tokens: tokens} }

// Read returns the figures of an article's paragraphs in the order of the text.
func (r *Reader) Read(a news.Article) []Entry {
	state := newState(r, a)
	title := hanzi.Fold(a.Title)
	var out []Entry
	section := ""
	for _, paragraph := range a.Paragraphs {
		if paragraph.Section != section {
			section = paragraph.Section
			state.underHeading(section)
		}
		p := r.passage(paragraph, title)
		if len(p.figures) == 0 && len(out) > 0 && !p.leadsOn() {
			continue
		}
		p.findPeriods(&state.calendar)
		if len(p.figures) == 0 && len(out) > 0 {
			state.dated(p)
			continue
		}
		state.open(p)
		entries := make([]Entry, len(p.figures))
		for i, f := range p.figures {
			entries[i] = Entry{Figure: f, Article: a.ID, Paragraph: paragraph.ID}
		}
		for _, c := range p.clauses() {
			state.read(c, entries)
		}
		state.dated(p)
		out = append(out, entries...)
	}
	return out
}

// state is what a reader has in mind while it goes through an article.
type state struct {
	article   news.Article
	calendar  calendar
	title     string // the subject that the title names
	p         *passage
	clause    string          // the subject of this clause or of the one before in the sentence, named or not
	row       bool            // it is counted of a row of names: 投诉量依次为：
	heading   string          // what is measured of all that follows a colon: 各区平均降水量：
	thing     string          // what of the subject's the clause speaks of: 中小企业, of 高新区的中小企业
	placed    bool            // a place that the sentence is about was said: 在保定，……
	passing   bool            // that subject holds for a clause that begins with 由于 or 如果
	counts    bool            // the subject of this clause is what is counted
	outer     string          // whose it is, where the subject is what is counted: 影片……，三对主演……
	clauseAt  phrase          // where it stands, if it is no name
	topic     string          // the first subject of a sentence; holds until another is named
	spoken    string          // the place whose office speaks in this sentence
	last      string          // the subject before, named or not
	lastNamed string          // the last that is a name
	entry     bool            // the title is a bare noun, as of an encyclopedia
	subject   string          // of this clause or the one before; "" where the topic goes on
	bodies    []string        // full names seen so far, latest last
	firms     map[string]bool // those of them that are called 公司
	people    []string
	sums      map[string]string // the places that 两市 or 三国 summed up
	metric    string            // what was measured last in this sentence
	unit      string            // in this unit
	owner     string            // and whose it was
	countedAs map[string]string // in this sentence, by unit
	guilty    string            // who was punished last in this sentence
	said      meaning           // of the last figure
	saidIn    int               // the group of sentences that it stands in, from 1
	expected  meaning           // of the next one, from the clause before
	// enumerated is what was counted last; 第一 and 第二 may number it
	enumerated string
	sentence   int
	group      int    // of sentences whose topic is set, from 1; 0 for none
	period     Period // set at the head of a clause, holds until another is
	headings   string // how the heading of a section is numbered that the period comes from
	incident   Period // the day of what happened last in this paragraph
}

func newState(r *Reader, a news.Article) *state {
	s := &state{article: a, sums: map[string]string{}, firms: map[string]bool{}, calendar: calendar{printed: parseDay(a.Date)}}
	if s.calendar.printed == (Day{}) {
		s.calendar.printed.Year = reviewed(a)
	}
	if a.Title != "" {
		s.p = r.passage(news.Paragraph{Text: a.Title}, "")
		for _, c := range s.p.clauses() {
			subject, named := s.subjectOf(c)
			if named {
				s.title = first(s.title, subject)
			}
		}
		if name := s.entryName(r, a); name != "" {
			s.entry, s.title = true, name
		}
		s.topic = s.title
	}
	return s
}

// entryName is the name of what an encyclopedia's entry is about, as its text has
// it: the title is one short noun phrase, and the text holds it or begins with a
// subject much like it. "" for other articles.
func (s *state) entryName(r *Reader, a news.Article) string {
	whole := s.p.after(-1, len(s.p.tokens))
	if whole.from != 0 || whole.to != len(s.p.tokens) || len(s.p.raw) > maxEntry || len(a.Paragraphs) == 0 {
		return ""
	}
	text, title := hanzi.FoldRunes([]rune(a.Paragraphs[0].Text)), hanzi.FoldRunes([]rune(a.Title))
	if at := strings.Index(string(text), string(title)); at >= 0 {
		start := len([]rune(string(text)[:at]))
		return string([]rune(a.Paragraphs[0].Text)[start : start+len(title)])
	}
	opening := &state{p: r.passage(a.Paragraphs[0], string(title))}
	clauses := opening.p.clauses()
	if len(clauses) == 0 {
		return ""
	}
	if name, _ := opening.subjectOf(clauses[0]); alike(hanzi.Fold(name), string(title)) {
		return name
	}
	return ""
}

// alike says that two names share most of their characters.
func alike(a, b string) bool {
	shared := 0
	for _, r := range a {
		if strings.ContainsRune(b, r) {
			shared++
		}
	}
	return shared >= 2 && 3*shared >= 2*max(len([]rune(a)), len([]rune(b)))
}

// maxEntry bounds the title of an encyclopedia's entry, in runes.
const maxEntry = 12

// goesOn is the subject of a sentence that names none.
func (s *state) goesOn() string {
	if s.entry {
		return s.title
	}
	return first(s.topic, s.title)
}

// open begins a paragraph.
func (s *state) open(p *passage) {
	s.p, s.group, s.saidIn, s.incident = p, 0, 0, Period{}
	s.newSentence(0)
}

func (s *state) newSentence(n int) {
	s.sentence, s.clause, s.subject, s.metric, s.owner = n, "", "", "", ""
	s.thing, s.heading, s.spoken, s.outer, s.expected = "", "", "", "", meaning{}
	s.guilty, s.unit, s.placed, s.row, s.counts = "", "", false, false, false
	if at := s.p.firstOf(n); s.countedAs == nil || at >= 0 && s.p.tokens[at].text != "其中" && s.p.group(n) == n {
		s.countedAs = map[string]string{}
	}
}

// read fills in the entries of a clause.
func (s *state) read(c clause, entries []Entry) {
	if c.sentence != s.sentence {
		clause, unnamed := s.clause, s.p.group(c.sentence) == s.p.group(s.sentence) && s.group != s.p.group(c.sentence)+1 && s.p.metricHead(s.p.startingAt(s.p.pastAdverbials(c), c.to))
		s.newSentence(c.sentence)
		if unnamed {
			s.clause = clause // only a semicolon parts them
		}
	}
	s.findSubject(c)
	p := s.p
	s.heads(c)
	s.expect(c)
	if len(p.listed(c.from, c.to)) == 0 {
		s.sentenced(place{clause: c, left: c.from, i: c.to}) // 对其处以警告，并处罚款5万元
	}
	left, listed, shared := c.from, false, s.shared(c)
	var times map[int]Period
	if shared == nil {
		times = s.eachTime(c)
	}
	for i := c.from; i < c.to; i++ {
		f := p.tokens[i].figure
		if f < 0 {
			continue
		}
		e := &entries[f]
		e.Sentence = p.sentences[min(c.sentence, len(p.sentences)-1)]
		e.Clause = p.span(c.from, c.to)
		var before *Entry
		if f > 0 {
			before = &entries[f-1]
		}
		s.measure(e, before, place{c, left, i, listed}, shared)
		if own, ok := times[i]; ok {
			e.Period = own
		}
		listed = p.listGoesOn(i, c.to)
		if e.Kind != figure.Date && e.Kind != figure.Ordinal && !listed {
			left = i + 1
		}
	}
}

// listGoesOn says that only 、 or 和 stand between the figure at token i and the
// next one: what is said before the first is said of both.
func (p *passage) listGoesOn(i, limit int) bool {
	return i+2 < limit && and[p.tokens[i+1].text] && p.tokens[i+2].class == number
}

func first(names ...string) string {
	for _, n := range names {
		if n != "" {
			return n
		}
	}
	return ""
}
