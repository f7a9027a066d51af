package ledger

// people is how many people a figure at token i counts without saying who; 0 for none.
func (p *passage) people(i int) int {
	f := p.tokens[i].figure
	if f < 0 || p.figures[f].Unit != "人" && p.figures[f].Unit != "者" {
		return 0
	}
	return int(p.figures[f].Value.IntPart())
}

// fullTitle is the title in 《》 before a phrase that ends with the word that the phrase
// is: 《反极端主义公约》, of 公约共35条; "" for none.
func (p *passage) fullTitle(ph phrase) string {
	if ph.to-ph.from != 1 || p.tokens[ph.from].class != noun || p.tokens[ph.from].single() {
		return ""
	}
	for k := ph.from - 1; k > 0; k-- {
		if p.tokens[k].text != "》" || p.tokens[k-1].text != p.tokens[ph.from].text {
			continue
		}
		if open, ok := p.bracketed(0, k); ok {
			return p.said(phrase{open, k + 1})
		}
	}
	return ""
}

// maxNames bounds a list of subjects, in runes.
const maxNames = 40

// enumerated is a list of names that begins with a phrase: 张伟、李强|分别持股; the phrase itself where
// no such list begins.
func (p *passage) enumerated(ph phrase, limit int) phrase {
	all := ph
	for all.to+1 < limit && p.tokens[all.to].text == "、" && p.strong(ph) {
		next := p.after(all.to, limit)
		if next.empty() || next.from != all.to+1 || p.metricHead(next) || p.tokens[next.to-1].end-p.tokens[ph.from].start > maxNames {
			return ph
		}
		all.to = next.to
	}
	return all
}
