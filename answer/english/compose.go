package english

import (
	"slices"
	"strings"
)

// asked is a question taken apart.
type asked struct {
	years, times []string
	places       []string // names with their zones
	wholes       []string
	groups       [][]part // nouns and what stands before them, one behind the other
	asks         []string
	move         string
	done         string // what is asked when it was done
	counted      string // what is asked how many there are of
	names        []string
}

func compose(parts []part) *asked {
	a := &asked{}
	for i, p := range parts {
		switch p.kind {
		case year:
			a.years = append(a.years, p.chinese)
		case when:
			a.times = append(a.times, p.chinese)
		case name:
			a.names = append(a.names, p.chinese)
			a.place(p.chinese+p.suffix, i > 0 && (parts[i-1].kind == name))
		case zone:
			a.zone(p.chinese, parts, i)
		case whole:
			a.wholes = append(a.wholes, p.chinese)
		case ask:
			a.asks = append(a.asks, p.chinese)
		case move:
			a.move = p.chinese
		case noun, adj, and:
			if i == 0 || !together(parts[i-1].kind) {
				a.groups = append(a.groups, nil)
			}
			a.groups[len(a.groups)-1] = append(a.groups[len(a.groups)-1], p)
		}
	}
	return a
}

func together(k kind) bool { return k == noun || k == adj || k == and }

// place adds a name; one right behind another goes on with it: 天津滨海.
func (a *asked) place(text string, goesOn bool) {
	if goesOn && len(a.places) > 0 {
		a.places[len(a.places)-1] += text
		return
	}
	a.places = append(a.places, text)
}

// zone puts a kind of place behind the name that it is of, which in English may
// follow: the high-tech zone of Zhengzhou.
func (a *asked) zone(text string, parts []part, i int) {
	if i > 0 && (parts[i-1].kind == name || parts[i-1].kind == zone) && len(a.places) > 0 {
		a.places[len(a.places)-1] += text
		return
	}
	for j := i + 1; j < len(parts) && (parts[j].kind == skip || parts[j].kind == name); j++ {
		if parts[j].kind == name {
			parts[j].suffix += text
			return
		}
	}
	a.places = append(a.places, text)
}

// nouns are what is measured, in Chinese order, where what is of another stands
// behind it, with the last of them and the unit that it is counted in.
func (a *asked) nouns() (text, last, unit string) {
	slices.Reverse(a.groups)
	for _, group := range a.groups {
		joined := false
		var before, after string
		for _, p := range group {
			switch {
			case p.kind == adj && a.asksFor("when"): // 平台什么时候揭牌
				a.done += p.chinese
			case p.kind == adj:
				before += p.chinese
			case p.kind == and:
				joined = after != ""
			case joined:
				after, joined, last, unit = after+"和"+p.chinese, false, p.chinese, p.unit
			default:
				after, last, unit = after+p.chinese, p.chinese, p.unit
			}
		}
		text += before + after
	}
	return text, last, unit
}

// provinces are named without 省 in English, where they are a whole with it in Chinese.
const provinces = "河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海"

// takeWhole is what a share is asked of: a whole, or else the first of two places
// (the share of Henan's companies that are in Zhengzhou); "" where none is asked for.
func (a *asked) takeWhole() (of string) {
	switch {
	case !a.asksFor("share"):
	case len(a.wholes) > 0:
		of, a.wholes = a.wholes[0], a.wholes[1:]
	case len(a.places) > 1:
		of, a.places = a.places[0], a.places[1:]
		if strings.Contains(provinces, of) {
			of += "省"
		}
	}
	return of
}

func (a *asked) asksFor(what ...string) bool {
	return slices.ContainsFunc(a.asks, func(ask string) bool { return slices.Contains(what, ask) })
}

// chinese puts the parts into the order of a Chinese question.
func (a *asked) chinese(followsUp bool) (string, bool) {
	nouns, counted, unit := a.nouns()
	ofWhole := a.takeWhole()
	subject := strings.Join(a.years, "") + strings.Join(a.times, "") + strings.Join(a.places, "")
	switch {
	case followsUp && nouns == "" && len(a.asks) == 0 && a.move == "" && subject != "":
		return subject + "呢", true
	case !followsUp && nouns == "" && (len(a.asks) == 0 || subject == "" || a.asksFor("share")), a.asksFor("where") && !a.asksFor("rank"):
		return "", false
	}
	subject += nouns
	scope := strings.Join(a.wholes, "")
	switch {
	case ofWhole != "":
		return subject + "占" + ofWhole + "的比例是多少", true
	case a.asksFor("share"):
		return subject + "占比是多少", true
	case a.asksFor("rank"):
		return subject + "在" + scope + "排第几", followsUp || nouns != "" || len(a.places) > 0
	case a.asksFor("yoy"):
		return scope + subject + rate(nouns, "同比增速"), true
	case a.asksFor("growth") || a.move == "增长":
		return scope + subject + rate(nouns, "增速"), true
	case a.move != "":
		return scope + subject + a.move + "多少", true
	case a.asksFor("when"):
		return scope + subject + "什么时候" + a.done, true
	case a.asksFor("long"):
		return scope + subject + "多长时间", true
	case a.asksFor("times"):
		return scope + subject + "多少次", true
	case nouns == "":
		return "", false
	case a.asksFor("many"):
		a.counted = counted
		return scope + subject + "有多少" + unit, true
	case a.asksFor("much"):
		return scope + subject + "是多少", true
	}
	return scope + subject, followsUp || subject != nouns // a place or a time of it must be named
}

// rate asks for the rate of what is named, or in a follow-up of what was.
func rate(nouns, what string) string {
	if nouns != "" {
		what = "的" + what
	}
	return what + "是多少"
}
