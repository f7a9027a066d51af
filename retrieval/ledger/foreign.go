package ledger

import "strings"

// sounds are the characters that foreign names are written with.
const sounds = "阿埃艾爱安昂奥巴白拜班邦贝本比彼边宾波博伯布查达戴丹德登邓迪蒂丁杜顿多恩尔厄法凡范方菲费芬丰弗福夫冈盖甘高戈格根古圭瓜哈海汉杭豪赫亨洪胡华怀霍基吉季加贾杰金津京久卡凯坎康考柯科克肯孔库夸宽奎昆拉莱赖兰朗劳勒雷黎里利丽莉连列林琳卢鲁路伦罗洛吕马玛迈麦曼芒毛茂梅门蒙孟米密缅明摩莫墨默姆穆木拿纳娜乃奈南瑙内嫩尼妮涅宁纽农努诺欧帕派潘庞培佩彭皮平珀普奇齐钱乔切钦琼丘让热日荣茹瑞若撒萨塞赛桑瑟森沙莎山尚绍舍申圣施什士史舒斯苏索所塔泰坦汤唐陶特腾提廷汀通图土托陀瓦旺威韦维魏温文翁沃乌武西希锡席夏香肖谢辛欣兴休许雅亚延扬耶叶伊宜因英尤于约泽扎詹珍芝朱兹子宗祖佐佛都汗"

var soundSet = func() map[rune]bool {
	set := map[rune]bool{}
	for _, r := range sounds {
		set[r] = true
	}
	return set
}()

// foreignTails end the names of foreign places.
var foreignTails = set(`省 市 州 县 区 镇 村 岛 河`)

// foreign is the length of a foreign name at i that the dictionary cuts apart: names
// and single characters, all written with sounds, and the place that they name:
// 昆|都|士|省.
func (p *passage) foreign(i int) int {
	singles, length := 0, 0
	n := p.run(i, func(t token) bool {
		if t.class == mark || !t.single() && t.class != name || !sounding(t.text) {
			return false
		}
		length += t.end - t.start
		if t.single() {
			singles++
		}
		return true
	})
	for n > 0 && p.tokens[i+n-1].single() && !p.tokens[i+n-1].mayEndName() {
		n--
		length--
		singles--
	}
	if length < 3 || singles < 2 || p.tokens[i].single() && !p.tokens[i].mayEndName() {
		return 0
	}
	if next := i + n; next < len(p.tokens) && p.tokens[next].start == p.tokens[next-1].end && foreignTails[p.tokens[next].text] {
		n++
	}
	return n
}

func sounding(word string) bool {
	return strings.IndexFunc(word, func(r rune) bool { return !soundSet[r] }) < 0
}

// mayEndName says that a single character is no word that could stand beside a name.
func (t token) mayEndName() bool {
	if _, known := own[t.text]; known || joints[t.text] {
		return false
	}
	return t.class == noun || t.class == name || t.class == modifier || t.broken || t.class == verb && t.text != "加" && t.text != "提"
}
