package weigh

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/evidence"
	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval/ledger"
)

// yearAsked is a year as the question wrote it.
func yearAsked(r asking.Reading, year int) string {
	for _, f := range r.Figures {
		if f.When.Year == year {
			return strings.TrimSpace(f.Text)
		}
	}
	return r.Lang.Say("answer.that-year")
}

// OtherYear says that the question names years and the text around the figure
// speaks of others only; the year is the one that is missing.
func OtherYear(r asking.Reading, c Candidate) (int, bool) {
	if year, other := otherBase(r, c); other {
		return year, true
	}
	if year := YearBeforeAsked(r, c); year != 0 {
		return year, true
	}
	if r.Asks.OfTime() {
		year := r.YearHeading()
		return year, year != 0 && c.ofOtherYear(year)
	}
	if len(r.Years) == 0 {
		return 0, false
	}
	if r.Claim == nil && c.longBefore() {
		return r.Years[0], true
	}
	near := c.yearsOf(len(r.Years), slices.Max(r.Years))
	if len(near) == 0 {
		near = c.yearsAround()
	}
	if len(near) == 0 { // a rank of 2019 of an article that is of 2020 alone
		near = c.yearsOfArticle()
	}
	if len(near) == 0 {
		return 0, false
	}
	for _, year := range r.Years {
		if !near[year] {
			return year, true
		}
	}
	return 0, false
}

// ago begins what happened so many years before; back leads from there to another time.
var (
	ago  = pattern.Compile(`(?:^|[,;。 ])[\d一二三四五六七八九十百两几数]+年前,[^;。]*$`)
	back = pattern.Compile(`\d{4}年|今|目前|现在|此后|后来|年后`)
)

// longBefore says that the figure is of what happened years before the time of its text: 9轮 of 百年前，……经9轮投票.
func (c Candidate) longBefore() bool {
	said := ago.FindString(c.SaidBefore())
	return said != "" && !back.MatchString(said)
}

// yearsOfArticle are the years of which the figure's article is, less those that it compares with.
func (c Candidate) yearsOfArticle() map[int]bool {
	a := c.Sentence.Source.Article
	years := yearsIn(a.Title + "\n" + a.Date)
	for _, p := range a.Paragraphs {
		maps.Copy(years, yearsIn(p.Text))
	}
	return years
}

// yearsAround are the years that the figure's paragraph and what stands above it say.
func (c Candidate) yearsAround() map[int]bool {
	a := c.Sentence.Source.Article
	return yearsIn(strings.Join([]string{c.Sentence.Source.Text, c.Sentence.Source.Section, a.Title, a.Date}, "\n"))
}

// ofOtherYear says that a date is in another year than the question's, or its sentence says others, and nothing around it
// says that one, for which something may be got ready before.
func (c Candidate) ofOtherYear(year int) bool {
	said := yearsIn(c.Sentence.String())
	return len(said) > 0 && !said[year] && !c.yearsAround()[year]
}

// OwnYear is the year of a figure whose own clause says when it is without naming the
// year: 截至今年6月, 上半年 of an article with a date; 0 where it does not.
func (c Candidate) OwnYear() int {
	of := c.Entry.Period
	if said := hanzi.Fold(of.Text); said == "" || of.Kind == ledger.Cumulative && of.To.Year == 0 || !strings.Contains(c.SaidBefore(), said) {
		return 0
	}
	if of.From.Year == 0 && (asking.YearParts(hanzi.Fold(of.Text)) != nil || nowAsked.MatchString(of.Text)) {
		return yearOf(c.Sentence.Source.Article)
	}
	return max(of.From.Year, of.To.Year)
}

// otherThen is the year or the number of a row that a question for words names where
// the sentence that would answer says others only, as it is shown; "" for none.
func otherThen(r asking.Reading, s evidence.Sentence) string {
	if year := otherYearSaid(r, s); year != 0 {
		return yearAsked(r, year)
	}
	return r.Shown(cmp.Or(otherNumber(r, s.String()), sequelUnsaid(r, s.Source.Article), modelUnsaid(r, s.String(), s.Source.Article)))
}

// otherYearSaid is the year of a question for words where the sentence that would
// answer says other years only; 0 for none.
func otherYearSaid(r asking.Reading, s evidence.Sentence) int {
	if len(r.Years) == 0 || r.Asks.Numeric() {
		return 0
	}
	said := yearsIn(born.ReplaceAllString(s.String(), ""))
	if len(said) == 0 && thisTime.MatchString(s.String()) {
		a := s.Source.Article
		said = yearsIn(strings.Join([]string{s.Source.Text, s.Source.Section, a.Title, a.Date}, "\n"))
	}
	if len(said) == 0 || slices.ContainsFunc(r.Years, func(year int) bool { return said[year] }) {
		return 0
	}
	return r.Years[0]
}

// thisTime is said of the time that a text is of.
var thisTime = pattern.Compile(`[新本]赛季|[这本]届|新一届|今年`)

// born is a year that somebody is of, not that something happened in.
var born = pattern.Compile(`\d{4}年?(出生|生于|年?龄段|届)|生于\d{4}年(\d{1,2}月)?`)

// ofBirth says that a date of a text is when somebody was born: 1960年3月出生.
func ofBirth(text []rune, date figure.Figure) bool {
	return birth.MatchString(string(text[date.End:min(len(text), date.End+3)]))
}

var birth = pattern.Compile(`^(出生|生)([,，。;；、()（）于在]|$)`) // not 出生人口

// yearsOf are the years that the figure is of by its sentence or, where that says none,
// by what was said further up; what has gone on since a year is of all up to last.
func (c Candidate) yearsOf(asked, last int) map[int]bool {
	near := c.yearsSaid(asked)
	for year := range sinceYears(c.Said()) { // 自2022年3月以来第11次 is of 2023 too
		for ; near[year] && year < last; year++ {
			near[year+1] = true
		}
	}
	if year := c.OwnYear(); len(near) == 0 && year != 0 {
		return map[int]bool{year: true}
	}
	of := c.Entry.Period
	if len(near) > 0 || of.From.Year == 0 || evidence.OverYears(c.Sentence.Text, c.Sentence.Span.Start, c.Figure.Start) {
		return near
	}
	to := max(of.From.Year, of.To.Year)
	if of.Kind == ledger.Cumulative && (of.To.Year == 0 || of.To == of.From) { // 2020年以来
		to = max(to, last)
	}
	near = map[int]bool{}
	for year := of.From.Year; year <= to; year++ {
		near[year] = true
	}
	return near
}

// sinceYears are the years since when something goes on, by a text.
func sinceYears(text string) map[int]bool {
	years, runes := map[int]bool{}, []rune(text)
	for _, f := range figure.Find(text) {
		if f.When.Year != 0 && sinceBehind.MatchString(string(runes[f.End:min(len(runes), f.End+2)])) {
			years[f.When.Year] = true
		}
	}
	return years
}

var sinceBehind = pattern.Compile(`^(以来|至今)`)

// yearsSaid are the years that the figure's sentence says it is of: those of its
// clause, or the last before it.
func (c Candidate) yearsSaid(asked int) map[int]bool {
	near := c.yearsNear(asked)
	if len(near) == 0 {
		near = c.yearBefore(asked)
	}
	if own := c.Entry.Period.From.Year; own != 0 && c.sharedOut() { // 2021年及2022年6月30日止六个月，中标率分别为……
		near[own] = true
	}
	return near
}

// yearsNear are the years of the figure's clause: of several that stand before it
// the last one where one was asked for, unless they share out what follows (2020年和2021年分别为3家和5家).
func (c Candidate) yearsNear(asked int) map[int]bool {
	clause := string(c.Sentence.Text[c.Clause.Start:c.Clause.End])
	years := yearsIn(clause)
	for _, f := range figure.Find(clause) {
		if f.When.Year != 0 && c.ofAnotherFigure(c.Sentence.Text[c.Clause.Start:], f) {
			delete(years, f.When.Year)
		}
	}
	if asked > 1 || len(years) < 2 || strings.Contains(clause, "分别") {
		return years
	}
	before := c.Sentence.Text[c.Clause.Start:c.Figure.Start]
	last := 0
	for _, f := range figure.Find(string(before)) {
		if f.Kind == figure.Date && f.When.Year != 0 && !asking.Compared(before, f.Start) && (f.End == len(before) || !joinsYears[before[f.End]]) {
			last = f.When.Year
		}
	}
	if last == 0 {
		return years
	}
	return map[int]bool{last: true}
}

// yearBefore is the last year that the figure's sentence says before it, with those that it is joined to
// where several were asked for; empty where it says none.
func (c Candidate) yearBefore(asked int) map[int]bool {
	before := c.Sentence.Text[c.Sentence.Span.Start:c.Figure.Start]
	years, end := map[int]bool{}, 0
	for _, f := range figure.Find(string(before)) {
		if f.Kind == figure.Date && f.When.Year != 0 && !asking.Compared(before, f.Start) && !ofBirth(before, f) && !c.ofAnotherFigure(c.Sentence.Text[c.Sentence.Span.Start:], f) {
			if asked < 2 || end == 0 || !joinedYears(before[end:f.Start]) {
				years = map[int]bool{}
			}
			years[f.When.Year], end = true, f.End
		}
	}
	return years
}

// ofAnotherFigure says that a date of a text, which the figure's may be, belongs to the figure right behind it:
// of 由2022年的31.2万亩增加到33.5万亩 the year is of the first alone.
func (c Candidate) ofAnotherFigure(text []rune, date figure.Figure) bool {
	m := ownedBehind.FindString(hanzi.Fold(string(text[date.End:min(len(text), date.End+ownedRunes)])))
	return m != "" && date.End < len(text) && !strings.HasPrefix(string(text[date.End+len([]rune(m))-1:]), c.Figure.Text)
}

// ownedBehind is what stands between a date and its figure, with the figure's first digit.
var ownedBehind = pattern.Compile(`^[末底初]?的[约近超]?\d`)

// ownedRunes is how far that reaches.
const ownedRunes = 4

// joinedYears says that what stands between two years joins them, or puts the second as another word for the first:
// 洪武六年(1373年)到永乐十五年(1417年).
func joinedYears(between []rune) bool {
	bare := strings.Trim(hanzi.Fold(string(between)), "()")
	return bare == "" || len([]rune(bare)) == 1 && joinsYears[[]rune(bare)[0]]
}

// joinsYears stand between years that a figure is of together: 2020、2021年, 2020至2022年.
var joinsYears = map[rune]bool{'、': true, '和': true, '与': true, '至': true, '到': true, '-': true, '—': true, '及': true}

// otherBase says that the question compares with a year and the figure's sentence
// with others only.
func otherBase(r asking.Reading, c Candidate) (int, bool) {
	if len(r.Bases) == 0 {
		return 0, false
	}
	said := c.Sentence.String()
	_, bases := asking.YearsOf(said, figure.Find(said))
	for _, year := range r.Bases {
		if len(bases) > 0 && !slices.Contains(bases, year) {
			return year, true
		}
	}
	return 0, false
}

// yearsIn are the years of a text, less those that something is compared with.
func yearsIn(text string) map[int]bool {
	years := map[int]bool{}
	runes := []rune(text)
	for _, f := range figure.Find(text) {
		if f.Kind == figure.Date && f.When.Year != 0 && !asking.Compared(runes, f.Start) && !ofBirth(runes, f) {
			years[f.When.Year] = true
		}
	}
	return years
}
