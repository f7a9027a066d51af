package index

import (
	"slices"
	"strings"
	"sync"

	"youju/hanzi"
)

// romanizer finds names of a collection by their pinyin, to the letter: zhengzhou is
// 郑州, and not what only sounds like it. It is filled at its first use.
type romanizer struct {
	once  sync.Once
	words map[string][]string // places, people and other words of the dictionary
	pairs map[rune][]rune     // which characters follow one another
	sound map[rune][]string   // all readings of a character, without tones
}

const (
	shortestName = 2 // runes
	longestName  = 5
)

// Romanized is the name of the collection that is written so in pinyin, in small
// letters without spaces; "" for none. A place or a person that the dictionary knows
// comes first. One that was written with a capital letter may also be another noun,
// or a person that the dictionary does not know.
func (x *Index) Romanized(latin string, capital bool) string {
	x.romanizer.once.Do(x.fillRomanizer)
	best, most := "", 0
	for _, word := range x.romanizer.words[latin] {
		n := x.frequency(word)
		switch speech := x.speechOf(word); {
		case slices.Contains([]string{"ns", "nr", "nt", "nz", "nrt"}, speech):
			n += 1_000_000
		case !capital || !strings.HasPrefix(speech, "n"):
			continue
		}
		if n > most {
			best, most = word, n
		}
	}
	if best != "" || !capital {
		return best
	}
	return x.person(latin)
}

func (x *Index) speechOf(word string) string {
	words := x.tokens.Words([]rune(word))
	if len(words) != 1 {
		return ""
	}
	return words[0].Speech
}

// surnames are the hundred most common, and some more. A name that no dictionary has
// begins with one: any other characters that read so are parts of words.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关焦左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝"

// person is a surname with two characters that read so together, as a passage has
// them: 周成虎 for zhouchenghu.
func (x *Index) person(latin string) string {
	r := &x.romanizer
	best, most := "", 0
	for _, family := range surnames {
		given, fits := strings.CutPrefix(latin, r.first(family))
		if !fits {
			continue
		}
		for _, second := range r.pairs[family] {
			rest, fits := strings.CutPrefix(given, r.first(second))
			if !fits {
				continue
			}
			for _, third := range r.pairs[second] {
				if rest != r.first(third) {
					continue
				}
				name := string([]rune{family, second, third})
				if n := x.told(name, inBoth(x.lexicon.find(name[:len(name)-len(string(third))]), x.lexicon.find(string([]rune{second, third})))); n > most {
					best, most = name, n
				}
			}
		}
	}
	return best
}

// told counts the passages of postings whose text says a name.
func (x *Index) told(name string, in []posting) (n int) {
	for _, p := range in {
		if strings.Contains(hanzi.Fold(x.passages[p.passage].Text), name) {
			n++
		}
	}
	return n
}

// first is a character's commonest reading.
func (r *romanizer) first(c rune) string {
	if all := r.sound[c]; len(all) > 0 {
		return all[0]
	}
	return "?" // which no pinyin begins with
}

// inBoth are the postings of a whose passages b has too; both are sorted by passage.
func inBoth(a, b []posting) []posting {
	var out []posting
	for _, p := range a {
		if _, has := slices.BinarySearchFunc(b, p, func(q, p posting) int { return int(q.passage - p.passage) }); has {
			out = append(out, p)
		}
	}
	return out
}

func (x *Index) fillRomanizer() {
	r := &x.romanizer
	r.words, r.pairs, r.sound = map[string][]string{}, map[rune][]rune{}, map[rune][]string{}
	for t := range x.lexicon.ends {
		runes := []rune(x.lexicon.term(t))
		if len(runes) < shortestName || len(runes) > longestName || !allHan(runes) {
			continue
		}
		for _, c := range runes {
			if _, known := r.sound[c]; !known {
				r.sound[c] = readPinyin().readings(c)
			}
		}
		if len(runes) == 2 {
			r.pairs[runes[0]] = append(r.pairs[runes[0]], runes[1])
		}
		if x.tokens.knows(runes) {
			for _, sound := range r.sounds(runes, strings.HasPrefix(x.speechOf(string(runes)), "ns")) {
				r.words[sound] = append(r.words[sound], string(runes))
			}
		}
	}
}

// sounds are the ways to read a word: the commonest, or all of them for a place,
// where the rare ones live on (长沙 is changsha, and zhangsha too).
func (r *romanizer) sounds(word []rune, all bool) []string {
	out := []string{""}
	for _, c := range word {
		readings := r.sound[c]
		if !all {
			readings = []string{r.first(c)}
		}
		var longer []string
		for _, before := range out {
			for _, reading := range readings {
				longer = append(longer, before+reading)
			}
		}
		out = longer
	}
	return out
}

func allHan(runes []rune) bool {
	return !slices.ContainsFunc(runes, func(r rune) bool { return !hanzi.IsHan(r) })
}
