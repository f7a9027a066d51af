package figure

// models are names of makes that a number follows: 歼-20, 神舟十二号, 波音737.
var models = func() *trie[bool] {
	table := &trie[bool]{}
	for _, w := range entries("小米 红米 荣耀 魅族 一加 米 歼 歼轰 运 轰 直 武直 苏 米格 图 东风 红旗 巨浪 长征 波音 空客 神舟 嫦娥 天问 天宫 天舟 北斗 悟空 墨子 伊尔 安 麒麟 骁龙 鹰击 霹雳 鲲龙 翼龙 长城 快舟 捷龙 阿波罗 联盟 猎鹰 阿里安 奋斗者 雪龙 蛟龙 鹊桥 玉兔 祝融 羲和 夸父 风云 海洋 高分 实践 资源 吉林 复兴 和谐 太行 涡扇 涡桨 翔龙 彩虹 攻击 无侦 树莓派 阿维塔 雷电 猛士 极氪 问界 天玑 九章 祖冲之 曙光 天河 保时捷 法拉利 迈凯伦 标致 领克 极越 马自达 宝骏 荣威 名爵 真我 红魔 鸿蒙 安卓 虚幻 运油 空警 歼教 新舟 道奇 诺基亚 极石 恒驰 小鲜 萨姆 蓝牙 雷雳") {
		table.add(w, true)
	}
	return table
}()

// model reads a make with its number.
func (s *scanner) model(i int) (Figure, bool) {
	_, end := models.longest(s, i, nil)
	if end == i {
		return Figure{}, false
	}
	at, hyphen := end, s.at(end) == '-' || s.at(end) == '—' && isDigit(s.at(end+1))
	if hyphen {
		at++
	}
	versioned := s.longest(i, []string{"蓝牙", "鸿蒙", "安卓", "虚幻", "雷雳"}) != "" // 蓝牙 5.3
	if s.at(at) == ' ' && isDigit(s.at(at+1)) && s.make(i, end) {           // 骁龙 870: the name is not written with it
		i, at = at+1, at+1
	}
	n, ok := s.unsigned(at)
	if !ok || n.more != "" || n.vague || n.scaled && isDigit(s.at(at)) || isDigit(s.at(at)) && n.end-at > longestModel {
		return Figure{}, false
	}
	stop := n.end
	for isLatin(s.at(stop)) && stop-n.end < 3 {
		stop++
	}
	numbered := (s.at(stop) == '号' || s.at(stop) == '”' && s.at(stop+1) == '号') && s.longest(stop, []string{"号线", "号楼", "号文"}) == ""
	if numbered && s.at(stop) == '号' {
		stop++
	}
	if !hyphen && !numbered && (n.chinese || at == end && !s.make(i, end) || s.counted(n.end) || inDate.has(s.at(n.end)) || !n.value.IsInteger() && !versioned) {
		return Figure{}, false
	}
	return Figure{Start: i, End: s.variant(stop), Kind: Identifier}, true
}

// inDate go on with a date or a share, behind a number that is no model's.
var inDate = newRuneSet("年月日时点%:.-~—万亿")

// make says that a name is one of a make alone, so that a bare number behind it is
// a model.
func (s *scanner) make(i, end int) bool {
	return s.longest(i, []string{"波音", "空客", "麒麟", "骁龙", "米格", "东风", "小米", "红米", "荣耀", "魅族", "猛士", "极氪", "问界", "天玑", "树莓派", "阿维塔", "雷电", "保时捷", "法拉利", "迈凯伦", "标致", "领克", "极越", "马自达", "宝骏", "荣威", "名爵", "真我", "红魔", "鸿蒙", "安卓", "虚幻", "一加", "道奇", "诺基亚", "极石", "霹雳", "恒驰", "小鲜", "蓝牙", "雷雳"}) != "" && end-i >= 2
}

// quotedModel reads the number of a model whose name is in quotation marks: “标准”-6.
func (s *scanner) quotedModel(i int) (Figure, bool) {
	mark := i - 1
	if s.at(mark) == '-' {
		mark--
	}
	if !isDigit(s.at(i)) || s.at(mark) != '”' {
		return Figure{}, false
	}
	open := mark - 1
	for ; isHan(s.at(open)) && i-open < maxNameRunes; open-- {
	}
	if _, known := models.longest(s, open+1, nil); mark == i-1 && known != mark { // “新舟”60
		return Figure{}, false
	}
	if s.at(open) != '“' || open == mark-1 || len(s.found) > 0 && s.found[len(s.found)-1].End > open {
		return Figure{}, false
	}
	end := i
	for s.wordGoesOn(end) {
		end++
	}
	return Figure{Start: open, End: end, Kind: Identifier}, true
}
