package figure

import "youju/hanzi"

// begins are the characters, folded (乾隆 is 干隆), that some rule may begin at; at all others nothing is
// tried.
var begins = newRuneSet(digitRunes, scaleRunes, "廿卅卌几数0123456789abcdefghijklmnopqrstuvwxyz-−.负零第首头榜前公西上下本正腊冬半对翻早清凌中午傍晚深夜当$¥€£([〔",
	"ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹ建景泰庆熙元政至武民明大昭平令洪永宣成弘嘉隆万天崇顺康雍干道咸同光贞开双", "小荣魅歼运轰直武苏米图表东红巨长波空神嫦北悟墨伊安麒骁鹰霹鲲翼快捷阿联猎奋雪蛟鹊玉祝羲夸风海高实资吉复和太涡翔彩攻无九祖曙树猛极问保法迈标领马宝名真鸿虚新道诺恒萨蓝雷")

func isHan(r rune) bool { return hanzi.IsHan(r) }
