package bot

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strings"

	"youju/answer/say"
	"youju/news"
)

// sheet is a table for a spreadsheet; the first row has the headings.
type sheet struct {
	Name string     `json:"name"` // of the file
	Rows [][]string `json:"rows"`
}

// sheetOf has a row for each figure, with its quote.
func (c comparing) sheet() sheet {
	s := sheet{Name: "youju.csv", Rows: [][]string{strings.Split(c.lang.Say("bot.sheet-columns"), ",")}}
	for _, r := range c.Rows {
		var f say.Figure
		var cited say.Citation
		var in news.Article
		if r.Figure >= 0 {
			f = c.answer.Figures[r.Figure]
			cited = c.citation(f.Citation)
			in = c.article(cited.Article)
		}
		s.Rows = append(s.Rows, []string{c.label(r), r.Text, r.Value, c.Unit, r.Period, known(f.Entity), known(f.Metric), r.Expression,
			markers(r), cited.Quote, cited.Title, in.Source, cited.Date, cited.Paragraph})
	}
	return s
}

func (c comparing) citation(n int) say.Citation {
	for _, cited := range c.answer.Citations {
		if cited.N == n {
			return cited
		}
	}
	return say.Citation{}
}

func known(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// csv writes the sheet as spreadsheets read it in Chinese: UTF-8 with a byte order
// mark, lines that end in CR LF.
func (s sheet) csv() ([]byte, error) {
	out := bytes.NewBufferString("\ufeff")
	w := csv.NewWriter(out)
	w.UseCRLF = true
	for _, row := range s.Rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = harmless(cell)
		}
		if err := w.Write(cells); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

var plainNumber = regexp.MustCompile(`^[+-]?[0-9]+(\.[0-9]+)?$`)

// harmless keeps a spreadsheet from running a cell as a formula: one that begins
// with = + - @ or with a tab or line end, whatever white space is before it, and in
// full width too, gets an apostrophe before it. A cell that is nothing but a number
// is left alone, so that it can be counted with.
func harmless(cell string) string {
	cell = clean(cell)
	if begins := strings.TrimSpace(cell); begins != "" && strings.ContainsRune("=+-@＝＋－＠", []rune(begins)[0]) && !plainNumber.MatchString(cell) {
		return "'" + cell
	}
	return cell
}
