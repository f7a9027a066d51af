package evidence

import (
	"youju/answer/asking"
	"youju/answer/pattern"
	"youju/hanzi"
)

// wonAsked asks who came first, second or third in a game.
var wonAsked = pattern.Compile(`(冠军|亚军|季军)(得主|获得者|球队|队伍)?(最终|最后|分别|花落)?(是|为|有|叫|归)?(谁|哪|什么)|谁[^,。?]{0,8}(冠军|亚军|季军)[的了呢?。]*$`)

// wonSaid are words of a text that somebody did.
var wonSaid = map[string]*pattern.Regexp{
	"冠军": pattern.Compile(`冠|捧杯|金牌|夺金|摘金|第一|登顶|夺魁|头名|优胜|夺得|赢得|击败|战胜`),
	"亚军": pattern.Compile(`亚军|银牌|摘银|第二|屈居|不敌|负于|冠亚|输给|击败|战胜`),
	"季军": pattern.Compile(`季军|铜牌|摘铜|第三|三四名|击败|战胜`),
}

// Unwon says that who came first, second or third is asked, and a sentence says of nobody that they did.
func Unwon(r asking.Reading, s Sentence) bool {
	m := wonAsked.FindStringSubmatch(hanzi.Fold(r.Raw))
	return m != nil && !wonSaid[m[1]+m[6]].MatchString(hanzi.Fold(s.String()))
}

// WonFirst moves the first of the likeliest sentences before the others that says who came to the place that is asked for.
func WonFirst(r asking.Reading, sentences []Sentence) {
	if Unwon(r, sentences[0]) {
		putSentenceFirst(sentences, func(s Sentence) bool { return !Unwon(r, s) && !OfOthers(r, s) })
	}
}

// whoIsIt asks for one person, not for whoever something was done to: 是谁唱的, but not 伏击了谁.
var whoIsIt = pattern.Compile(`(是|由)谁|谁是`)

// byWhom may ask for what is nobody: 由谁承担 of 费用由街道承担.
var byWhom = pattern.Compile(`由谁`)

// byWhomCoverage is the share of such a question's words that a sentence must hold that names nobody.
const byWhomCoverage = 0.65

// Nobody says that somebody is asked for, and a sentence names nobody whom the dictionary or the reader sees.
func Nobody(r asking.Reading, s Sentence) bool {
	asked := hanzi.Fold(r.Raw)
	return r.Asks == asking.Person && s.faceless && s.Read < 0 && whoIsIt.MatchString(asked) && !(byWhom.MatchString(asked) && s.Coverage >= byWhomCoverage)
}

// Who won is asked, or foretold: 我认为，最佳主演是某某.
var (
	prizeAsked  = pattern.Compile(`(冠军|亚军|季军|得主|获得者|获奖者|最佳\p{Han}{1,5})[^,。]{0,6}(谁|哪|什么)|谁[^,。]{0,8}(冠军|夺冠|最佳|获奖)`)
	foretold    = pattern.Compile(`(我|笔者|个人)们?(认为|觉得|预测|看好|猜)|预测|大概率|可能性|呼声|有望`)
	foretelling = pattern.Compile(`认为|觉得|预测|看好|可能|呼声|有望|将`)
)

// Foretold says that who won is asked, and a sentence only says who is likely to.
func Foretold(r asking.Reading, s Sentence) bool {
	asked := hanzi.Fold(r.Raw)
	return prizeAsked.MatchString(asked) && !foretelling.MatchString(asked) && foretold.MatchString(hanzi.Fold(s.String()))
}
