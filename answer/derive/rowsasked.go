package derive

import (
	"slices"
	"strings"

	"youju/answer/asking"
	"youju/answer/likeness"
	"youju/answer/pattern"
	"youju/answer/weigh"
	"youju/answer/wording"
	"youju/figure"
	"youju/hanzi"
)

// score is how well rows are what a question asks: how much of its words their part of the passage and the title hold,
// and whether they are as many as it says, or those that it names.
func (t table) score(r asking.Reading, asked map[string]bool, rows []Row, grew bool) float64 {
	first, last := rows[0].Candidate, rows[len(rows)-1].Candidate
	if grew != (first.Figure.Kind == figure.Change) || first.Figure.Unit == "%" && !grew && wording.Shared(asked, t.lead(first)) == 0 {
		return 0
	}
	if unit := wording.UnitImplied(hanzi.Fold(r.Raw) + "多少"); unit != "" && !grew && first.Figure.Unit != "%" && first.Figure.Unit != unit && !likeness.Units(first.Figure.Unit, unit) && !(likeness.IsCurrency(unit) && likeness.IsCurrency(first.Figure.Unit)) {
		return 0
	}
	from := first.Sentence.Span.Start
	said := string(t.text[from:min(len(t.text), last.Figure.End)])
	share := float64(wording.Shared(asked, said+"\n"+wording.LongForm(t.source.Article.Title))) / float64(max(1, len(asked)))
	near := float64(wording.Shared(asked, said)) / float64(max(1, len(asked)))
	score := (share + near) / 2
	if n, ok := severalAsked(r); ok {
		if n != len(rows) {
			return 0
		}
		score += countedRows
	}
	if len(namedOf(r, rows)) == len(rows) {
		score += namedRows
	}
	return score
}

// lead is a figure's clause up to it.
func (t table) lead(c weigh.Candidate) string { return string(t.text[c.Clause.Start:c.Figure.Start]) }

// severalSaid says how many things are asked about together.
var severalSaid = pattern.Compile(`([两二三四五六七八九十2-9])(?:个|家|大|座|所|样|种|项|条|类|级|支|者|地|国|市|县|区)`)

// severalAsked is how many things a question says that it asks about.
func severalAsked(r asking.Reading) (int, bool) {
	m := severalSaid.FindStringSubmatch(hanzi.Fold(r.Raw))
	if m == nil {
		return 0, false
	}
	n := strings.Index("二三四五六七八九十", m[1])
	switch {
	case m[1] == "两":
		return 2, true
	case n >= 0:
		return n/len("二") + 2, true
	}
	return int(m[1][0] - '0'), true
}

// AllNamed says that a question that lists things lists all of the rows.
func AllNamed(r asking.Reading, rows []Row) bool {
	return !strings.Contains(hanzi.Fold(r.Raw), "、") || len(namedOf(r, rows)) == len(rows)
}

// Of are the rows of which a question asks for the sum: those that it lists, where it lists nothing else, or all of them, where it
// says how many they are.
func Of(r asking.Reading, rows []Row) (out []Row) {
	folded := hanzi.Fold(r.Raw)
	if n, ok := severalAsked(r); ok && n == len(rows) && !strings.Contains(folded, "、") {
		return rows
	}
	m := together.FindStringIndex(folded)
	if m == nil || len(rows) == 0 {
		return nil
	}
	ends := sharedEnding(rows)
	for _, part := range AddedParts(strings.TrimSuffix(folded[:m[0]], "的")) {
		found := -1
		for i, row := range rows {
			if partNames(part, row.Name, ends) {
				if found >= 0 {
					return nil
				}
				found = i
			}
		}
		if found < 0 || slices.ContainsFunc(out, func(row Row) bool { return row.Name == rows[found].Name }) {
			return nil
		}
		out = append(out, rows[found])
	}
	return out
}

// partNames says that a part of a list in a question names a thing, whose name ends in what all of them end in.
func partNames(part, name string, ends int) bool {
	runes := []rune(name)
	own := runes[:len(runes)-ends]
	if len(own) == 0 {
		own = runes
	}
	if len(own) == 1 {
		return strings.HasPrefix(part, string(own)) || strings.HasSuffix(part, string(own)) || strings.Contains(part, name)
	}
	return saysPart(part, own)
}

// saysPart says that a text has two characters of a name that stand together in it.
func saysPart(text string, name []rune) bool {
	for i := 0; i+nameRunes <= len(name); i++ {
		if strings.Contains(text, string(name[i:i+nameRunes])) {
			return true
		}
	}
	return false
}

// namedOf are the rows that a question names, by how their names begin or by all of them less what they all end in: 肝 of 肝移植.
func namedOf(r asking.Reading, rows []Row) []Row {
	if len(rows) == 0 {
		return nil
	}
	folded := hanzi.Fold(r.Raw)
	ending := sharedEnding(rows)
	return slices.DeleteFunc(slices.Clone(rows), func(row Row) bool {
		runes := []rune(row.Name)
		own := runes[:len(runes)-ending]
		if len(own) != 1 {
			return !saysPart(folded, own)
		}
		return !strings.Contains(folded, string(own)+"、") && !strings.Contains(folded, "、"+string(own))
	})
}

// nameRunes are as many characters of a name as tell it.
const nameRunes = 2

// sharedEnding is how many characters all names end in alike.
func sharedEnding(rows []Row) int {
	first := []rune(rows[0].Name)
	for n := 1; n <= len(first); n++ {
		for _, row := range rows {
			if !strings.HasSuffix(row.Name, string(first[len(first)-n:])) {
				return n - 1
			}
		}
	}
	return len(first)
}
