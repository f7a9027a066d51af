package evidence

import (
	"slices"
	"strings"

	"youju/answer/pattern"
)

// toldApart find in a folded text what tells one of several from others that are called the same: who plays against whom, whose
// games they are, for which country something was made.
var toldApart = []func(text string) []string{playersIn, gamesIn, versionsIn}

// OfOtherKind says that of what tells one from others a text says another than the question, or that it speaks of the
// rounds before the final alone that is asked about; both folded.
func OfOtherKind(asked, text string) bool {
	return beforeFinal(asked, text) || slices.ContainsFunc(toldApart, func(in func(text string) []string) bool {
		own := in(asked)
		if len(own) == 0 {
			return false
		}
		said := in(text)
		return len(said) > 0 && !slices.ContainsFunc(own, func(kind string) bool { return slices.Contains(said, kind) })
	})
}

// playersIn are those who play, each sex by itself: 男女单打 are 男单 and 女单.
func playersIn(text string) (out []string) {
	for _, m := range players.FindAllStringSubmatch(text, -1) {
		if strings.Contains(notPlaying, m[5]) && m[5] != "" { // 男女双方
			continue
		}
		sexes := m[1] + m[3]
		if sexes == "" {
			sexes = "男女"
		}
		for _, sex := range sexes {
			out = append(out, string(sex)+m[2]+m[4])
		}
	}
	return out
}

var players = pattern.Compile(`(男女|[男女混])?[子合]?([单双])打|([男女混])([单双])(\p{Han}?)`)

const notPlaying = "方胞向亲人身边"

// gamesIn are those of the disabled, and the others: 残奥会 and 奥运会.
func gamesIn(text string) (out []string) {
	for _, m := range games.FindAllStringSubmatch(text, -1) {
		out = append(out, m[1]+"会")
	}
	return out
}

var games = pattern.Compile(`(残?)(?:奥|运|奥运)会`)

// versionsIn are for which country something was made: 中国版.
func versionsIn(text string) (out []string) {
	for _, m := range versions.FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	return out
}

var versions = pattern.Compile(`(中国|日本|美国|韩国|英国|法国|德国|印度|泰国|香港|台湾|国际|海外)版`)

// beforeFinal says that a final is asked about, and a text speaks of earlier rounds alone; both folded.
func beforeFinal(asked, text string) bool {
	return final.MatchString(asked) && earlier.MatchString(text) && !final.MatchString(text) && !won.MatchString(text)
}

var (
	final   = pattern.Compile(`(^|[^半一二四八/\d])决赛`)
	earlier = pattern.Compile(`半决赛|[一/\d]决赛|第[一二三四五六1-6]轮|首轮|次轮|小组赛|资格赛|预赛|[八四]强赛`)
	won     = pattern.Compile(`冠军|夺冠|夺魁|捧杯|折桂|称雄`)
)

// A game that a question names, or at which a text says that something happened, by the word that its name ends in.
var (
	gameAsked = pattern.Compile(gameEnds)
	atGame    = pattern.Compile(`在[^,。;:]{0,14}?(` + gameEnds + `)(?:上|中|期间|的比赛|,)`)
)

// shortGames are the games by the names that most call them.
var shortGames = strings.NewReplacer("冬季奥运会", "冬奥会", "夏季奥运会", "奥运会")

const gameEnds = `世乒赛|世锦赛|世青赛|世界杯|亚洲杯|欧洲杯|美洲杯|亚锦赛|全锦赛|公开赛|大师赛|大满贯|锦标赛|冠军赛|总决赛|挑战赛|邀请赛|残奥会|冬奥会|奥运会|亚运会|全运会|大运会`

// atOther says that who won is asked, and a text says that something happened at other games than the question names:
// 在白塔世锦赛上 of 白塔世界杯.
func atOther(asked, text string) bool {
	if !prizeAsked.MatchString(asked) {
		return false
	}
	asked, text = shortGames.Replace(asked), shortGames.Replace(text)
	own, said := gameAsked.FindAllString(asked, -1), atGame.FindAllStringSubmatch(text, -1)
	if len(own) == 0 || len(said) == 0 {
		return false
	}
	return !slices.ContainsFunc(own, func(game string) bool { return strings.Contains(text, game) })
}
