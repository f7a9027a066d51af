package ledger

import (
	"strings"

	"youju/figure"
	"youju/hanzi"
	"youju/news"
	"youju/retrieval/index"
)

// passage is a paragraph cut into tokens, sentences and clauses.
type passage struct {
	id          string
	raw, folded []rune
	figures     []figure.Figure
	tokens      []token
	sentences   []hanzi.Span // in runes
	periods     []timed      // in the order of the text
}

// token is a word, a mark or a figure of a passage.
type token struct {
	start, end int // runes
	text       string
	class      class
	figure     int  // place in figures, -1 for none
	broken     bool // a character that is no word of its own
	doing      bool // a noun that may be a verb: 培育
	place      bool // a name of a place: 成都
}

// passage cuts a paragraph; title is its article's, folded.
func (r *Reader) passage(p news.Paragraph, title string) *passage {
	raw := []rune(p.Text)
	out := &passage{
		id: p.ID, raw: raw, folded: hanzi.FoldRunes(raw),
		figures: figure.Find(p.Text), sentences: hanzi.Sentences(p.Text),
	}
	at := 0
	for i, f := range out.figures {
		out.words(r.tokens, at, f.Start)
		out.tokens = append(out.tokens, token{start: f.Start, end: f.End, text: string(out.folded[f.Start:f.End]), class: numberClass(f), figure: i})
		at = f.End
	}
	out.words(r.tokens, at, len(raw))
	out.join()
	out.joinNames(title)
	out.joinSeen()
	out.reclass()
	return out
}

// numberClass lets an identifier or a plan's name stand in a noun phrase.
func numberClass(f figure.Figure) class {
	if f.Kind == figure.Name && strings.Trim(f.Text, "0123456789") == "" {
		return noun // 618|大促: nobody
	}
	if f.Kind == figure.Identifier || f.Kind == figure.Name {
		return name
	}
	return number
}

// words appends the tokens of [from,to), where no figure stands.
func (p *passage) words(tokens *index.Tokenizer, from, to int) {
	part := p.folded[from:to]
	at := 0
	marks := func(end int) {
		for ; at < end; at++ {
			if part[at] != ' ' {
				p.tokens = append(p.tokens, token{start: from + at, end: from + at + 1, text: string(part[at]), class: mark, figure: -1})
			}
		}
	}
	for _, w := range tokens.Words(part) {
		marks(w.Start)
		_, known := own[w.Text]
		p.tokens = append(p.tokens, token{
			start: from + w.Start, end: from + w.End, text: w.Text, class: classify(w.Text, w.Speech), figure: -1,
			broken: !known && w.End-w.Start == 1 && fragment[w.Speech],
			doing:  !known && w.Speech == "vn",
			place:  w.Speech == "ns",
		})
		at = w.End
	}
	marks(len(part))
}

// join puts together what the dictionary cuts apart: 经|开|区.
func (p *passage) join() {
	out := p.tokens[:0]
	for _, t := range p.tokens {
		if last := len(out) - 1; t.text == "者" && last >= 0 && out[last].end == t.start && out[last].end-out[last].start == 2 && out[last].figure < 0 {
			out[last] = token{start: out[last].start, end: t.end, text: out[last].text + t.text, class: noun, figure: -1} // 袭击|者
			continue
		}
		if last := len(out) - 1; last >= 0 && t.figure < 0 && t.end-t.start == 1 && measuring[t.text] && out[last].class == verb && out[last].end == t.start && out[last].end-out[last].start == 2 && !joints[out[last].text] {
			out[last].end, out[last].text, out[last].class = t.end, out[last].text+t.text, noun // 投诉|量
			continue
		}
		if last := len(out) - 1; t.text == "+" && last >= 0 && out[last].end == t.start && out[last].class == name && out[last].figure < 0 {
			out[last].end, out[last].text = t.end, out[last].text+t.text // QHD+
			continue
		}
		out = append(out, t)
		for n := 3; n >= 2; n-- {
			if len(out) < n || !joinedEnds[t.text] {
				continue
			}
			last := out[len(out)-n:]
			text, near := "", true
			for i, part := range last {
				text += part.text
				near = near && part.figure < 0 && (i == 0 || last[i-1].end == part.start)
			}
			if c, ok := joined[text]; ok && near {
				merged := token{start: last[0].start, end: last[n-1].end, text: text, class: c, figure: -1}
				out = append(out[:len(out)-n], merged)
				break
			}
		}
	}
	out = p.latin(out)
	for i := range out[:max(0, len(out)-1)] {
		if out[i].text == "报" && out[i+1].class == number {
			out[i].class = verb // of a price: 安杰思报104元
		}
	}
	p.tokens = out
}

// measuring characters make a noun that measures of the verb before them.
var measuring = set(`量 率 额 费 值`)

// latin puts the Latin words of a name together, of which the last may be a letter: Model|S.
func (p *passage) latin(tokens []token) []token {
	out := tokens[:0]
	for _, t := range tokens {
		if last := len(out) - 1; last >= 0 && t.figure < 0 && out[last].figure < 0 && out[last].class == name && p.capital(t) && p.capital(out[last]) && t.start-out[last].end == 1 && p.folded[out[last].end] == ' ' {
			out[last].end, out[last].text = t.end, out[last].text+" "+t.text
			continue
		}
		out = append(out, t)
	}
	return out
}

// capital says that a token is a Latin word with a big first letter.
func (p *passage) capital(t token) bool { return p.raw[t.start] >= 'A' && p.raw[t.start] <= 'Z' }

// text is what is printed in [start,end), runes.
func (p *passage) text(s hanzi.Span) string { return string(p.raw[s.Start:s.End]) }

// span covers the tokens [from,to).
func (p *passage) span(from, to int) hanzi.Span {
	if from >= to {
		return hanzi.Span{}
	}
	return hanzi.Span{Start: p.tokens[from].start, End: p.tokens[to-1].end}
}

// clause is a part of a sentence between commas, in tokens.
type clause struct {
	from, to int // tokens, without the mark behind
	sentence int
}

// clauseEnd is the token that ends the clause of token i.
func (p *passage) clauseEnd(i int) int {
	for i < len(p.tokens) && !(p.tokens[i].class == mark && stops[p.tokens[i].text]) {
		i++
	}
	return i
}

var stops = set(", ; 。 ! ? : …")

// firstOf is the first token of sentence n; -1 for none.
func (p *passage) firstOf(n int) int {
	if n >= len(p.sentences) {
		return -1
	}
	for k, t := range p.tokens {
		if t.start >= p.sentences[n].Start {
			return k
		}
	}
	return -1
}

// hyphen says that the dash at token i joins two names: 中国—阿拉伯国家.
func (p *passage) hyphen(i int) bool {
	if i == 0 || i+1 >= len(p.tokens) || p.tokens[i-1].class != name || p.tokens[i+1].class != name {
		return false
	}
	return p.tokens[i-1].end == p.tokens[i].start && p.tokens[i].end == p.tokens[i+1].start
}

// clauses cuts a passage at commas, stops, colons and dashes outside of brackets.
func (p *passage) clauses() []clause {
	var out []clause
	sentence, from, depth := 0, 0, 0
	cut := func(to, next int) {
		if to > from {
			out = append(out, clause{from, to, sentence})
		}
		from = next
	}
	for i, t := range p.tokens {
		for sentence < len(p.sentences)-1 && t.start >= p.sentences[sentence].End {
			cut(i, i)
			sentence++
			depth = 0
		}
		if t.class != mark {
			continue
		}
		switch t.text {
		case "(", "[", "【":
			depth++
		case ")", "]", "】":
			depth = max(0, depth-1)
		case ",", ";", "。", "!", "?", ":", "…":
			if depth == 0 || t.text != "," {
				cut(i, i+1)
			}
		case "—":
			if !p.hyphen(i) {
				cut(i, i+1)
			}
		}
	}
	cut(len(p.tokens), len(p.tokens))
	return out
}
