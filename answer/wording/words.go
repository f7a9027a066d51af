// Package wording knows what the words of a question or a text are: nouns, parts of names,
// words of grammar; which of them a text holds; what else one says for them.
package wording

import (
	"slices"
	"strings"
	"unicode"

	"youju/answer/pattern"
	"youju/figure"
	"youju/hanzi"
	"youju/retrieval"
	"youju/retrieval/index"
)

// joining may stand between what is asked for and the words that ask.
var joining = map[string]bool{"是": true, "有": true, "为": true, "约": true, "达": true, "达到": true, "的": true, "了": true, "到": true, "共": true, "大概": true, "大约": true, "一共": true, "总共": true, "合计": true, "总计": true, "共计": true, "累计": true, "共有": true, "数": true, "叫": true, "名字": true, "都": true, "占": true, "在": true, "和": true, "与": true, "各": true, "分别": true, "即将": true, "已经": true, "曾经": true, "曾": true, "正在": true, "刚刚": true, "尚未": true, "仍然": true}

// Joins says that a word may stand between what is asked for and the words that ask.
func Joins(word string) bool { return joining[word] }

// anyThings are nouns that name no metric, or one that its unit tells: 48米 for 高度.
var anyThings = map[string]bool{"钱": true, "资金": true, "数": true, "数量": true, "个": true, "元": true, "人": true, "人员": true, "时候": true, "时间": true, "多长": true, "地方": true, "情况": true, "后果": true, "结局": true, "下场": true, "职业": true, "职务": true, "职位": true, "身份": true, "头衔": true, "次": true, "金额": true, "年": true, "日": true, "月": true, "人民币": true, "比例": true, "比重": true, "占比": true, "百分比": true, "增速": true, "增幅": true, "全省": true, "全市": true, "全国": true,
	"高度": true, "长度": true, "宽度": true, "深度": true, "厚度": true, "颜色": true, "重量": true, "身高": true, "体重": true, "年龄": true, "年纪": true, "岁数": true, "距离": true, "里程": true}

// NamesNothing says that a noun names no metric, or one that its unit tells: 48米 for 高度.
func NamesNothing(noun string) bool { return anyThings[noun] }

// IsGrammar says that a word is none that a name of a thing is made of.
func IsGrammar(w index.Word) bool {
	switch Class(w.Speech) {
	case "u", "p", "c", "d", "y", "r", "m", "t":
		return true
	}
	return false
}

// IsNoun says that a word is a noun, or a verb used as one, and no place.
func IsNoun(w index.Word) bool {
	switch {
	case w.Speech == "vn", w.Speech == "an", w.Speech == "l", w.Speech == "x" && w.End-w.Start > 1:
		return true
	case w.Speech == "": // A350
		return latinWord.MatchString(w.Text) || coded.MatchString(w.Text)
	case w.Speech == "ns", w.Speech == "nr", w.Speech == "nt":
		return false
	}
	return strings.HasPrefix(w.Speech, "n")
}

// Nouns are the nouns of a text, its short forms written out, that name a thing.
func Nouns(snapshot *retrieval.Snapshot, text string) []string {
	var out []string
	text = LongForm(text)
	runes := []rune(text)
	for _, w := range snapshot.Words(text) {
		if w.Start > 0 && unicode.IsDigit(runes[w.Start-1]) {
			if _, unit := figure.Unit(string(runes[w.Start])); unit { // 头领 of 470头领航鲸
				continue
			}
		}
		if w.End-w.Start >= 2 && IsNoun(w) && !NamesNothing(w.Text) && !Joins(w.Text) {
			out = append(out, w.Text)
		}
	}
	return out
}

// MayBeInName says that a word may be a part of a name.
func MayBeInName(w index.Word) bool {
	if strings.ContainsRune("一二三四五六七八九十几两多各该本", []rune(w.Text)[0]) {
		return false
	}
	return strings.HasPrefix(w.Speech, "n") || w.Speech == "vn" || w.Speech == "j" || w.Speech == "b" || w.Speech == "x" || w.Speech == "s"
}

// IsProper says that a word is a name, or one that the dictionary does not know.
func IsProper(w index.Word) bool {
	switch w.Speech {
	case "ns", "nt", "nr", "nz", "nrt", "x", "j":
		return true
	}
	return false
}

// Class is the class of a word by its part of speech: n of ns; "" for none.
func Class(speech string) string {
	if speech == "" {
		return ""
	}
	return speech[:1]
}

// LatinWords are the words of a folded text of five Latin letters, digits and hyphens or more.
func LatinWords(folded string) []string { return latinWord.FindAllString(folded, -1) }

// Codes are the names of a folded text with a digit and a letter in them: 32b.
func Codes(folded string) []string { return coded.FindAllString(folded, -1) }

var latinWord = pattern.Compile(`[a-z][a-z0-9-]{4,}`)
var coded = pattern.Compile(`[a-z]+-?\d[a-z0-9-]*|\d+[a-z][a-z0-9]*`)

// generics end the names of things that are also said without them.
var generics = map[string]bool{"项目": true, "企业": true, "公司": true, "工程": true, "计划": true, "活动": true, "集团": true}

// IsGeneric says that a word ends the names of things that are also said without it.
func IsGeneric(word string) bool { return generics[word] }

// IsThing says that a word is a noun, a name or one that the dictionary does not know.
func IsThing(w index.Word) bool { return IsNoun(w) || IsProper(w) }

// AllHan says that a text is made of Chinese characters alone.
func AllHan(text []rune) bool {
	return !slices.ContainsFunc(text, func(r rune) bool { return !hanzi.IsHan(r) })
}
