package news

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// surnames are the common Chinese ones, simplified and traditional; what looks
// like a name begins with one.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁都芮普阙戈浦鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由張劉陳楊黃趙吳孫馬鄭謝羅許韓馮鄧蕭蔣餘葉蘇魏呂盧鐘譚陸範賈韋鄒龍賀顧龔萬錢嚴湯溫齊喬龐顏莊聶魯關蘭寧紀單畢華"

var (
	outletRole = regexp.MustCompile(`^(?:本[报刊网台社]|[\p{Han}]{1,10}?(?:日报|晚报|时报|早报|晨报|商报|周刊|报社|报|社|网|台|客户端|融媒体中心))?(?:首席|特约|实习|见习|摄影|文字|全媒体|融媒体|驻[\p{Han}]{1,8}?)*(?:记者|通讯员|评论员|特派员|撰稿人|撰稿|采访人员|報記者|記者|通訊員)`)
	outletOnly = regexp.MustCompile(`^(?:本[报刊网台社]|新华社|中新社)(?:发|供稿)?$`)
	labelled   = regexp.MustCompile(`^(?:责任编辑|执行编辑|值班编辑|见习编辑|美术编辑|本版编辑|本期编辑|责编|编辑|美编|编审|审核|审校|校对|校审|复审|终审|初审|一审|二审|三审|监制|总监制|统筹|策划|统稿|撰文|撰稿|作者|文字|采写|整理|编译|翻译|主编|值班主任|责任校对|版式|通讯员|记者|文)\s*[:：/／丨|]\s*\S`)
	closing    = regexp.MustCompile(`^(?:责任编辑|执行编辑|值班编辑|见习编辑|本版编辑|本期编辑|责编|编辑|编审|审核|校对|责任校对|监制)\s*[:：/／丨|]`)
	aboutMaker = regexp.MustCompile(`^作者(?:系|为|单位|简介|是)`)
	tokenBreak = regexp.MustCompile(`[\s,，、;；/／:：|丨()（）]+`)
	doing      = regexp.MustCompile(`(?:综合报道|摄影报道|报道|采写|整理|供稿|文图|图文|文|图)$`)
)

// compound are surnames of two characters; after one a name may have four.
const compound = "欧阳 司马 上官 诸葛 尉迟 司徒 慕容 皇甫 长孙 令狐 宇文 东方 端木 公孙 夏侯 轩辕 独孤 南宫 呼延 歐陽"

// looksName says whether a token reads like a person's name: two or three
// characters after a surname of one, four after one of two, or parts with a dot.
func looksName(s string) bool {
	n := utf8.RuneCountInString(s)
	if strings.ContainsAny(s, "·•") {
		return n >= 3 && n <= 14 && onlyHan(strings.NewReplacer("·", "", "•", "").Replace(s))
	}
	if n < 2 || n > 4 || !onlyHan(s) {
		return false
	}
	if first := string([]rune(s)[:2]); strings.Contains(" "+compound+" ", " "+first+" ") {
		return n >= 3
	}
	r, _ := utf8.DecodeRuneInString(s)
	return n <= 3 && strings.ContainsRune(surnames, r)
}

func onlyHan(s string) bool {
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return s != ""
}

// tokens cuts a line of names; a name of two characters is often set with a
// space inside (刘 地), and is put together again.
func tokens(s string) []string {
	var out []string
	lone := ""
	for _, t := range tokenBreak.Split(s, -1) {
		if t == "" {
			continue
		}
		single := utf8.RuneCountInString(t) == 1
		if single && lone != "" {
			out[len(out)-1] += t
			lone = ""
			continue
		}
		out = append(out, t)
		if lone = ""; single && strings.Contains(surnames, t) {
			lone = t
		}
	}
	return out
}

// namesOnly says whether a line holds nothing but names, at least min of them. Of
// three, one may begin with a surname that is not known here.
func namesOnly(s string, min int) bool {
	ts := tokens(s)
	strange := 0
	for _, t := range ts {
		switch n := utf8.RuneCountInString(t); {
		case looksName(t):
		case n < 2 || n > 3 || !onlyHan(t):
			return false
		default:
			strange++
		}
	}
	return len(ts) >= min && len(ts) <= 20 && strange*3 <= len(ts)
}

const bullets = "■□◆◇●○▲△▪▫◎★☆◼▌▍▎◥◢※*· \t　"

// isByline says whether a line only tells who wrote: roles and names, such as
// ■ 本报记者 刘琴, 记者：甲 通讯员：乙, 新华社记者甲、乙, 文/甲 图/乙.
func isByline(s string) bool {
	bare := strings.Trim(s, bullets+"()（）[]【】—-")
	if labelled.MatchString(bare) || aboutMaker.MatchString(bare) {
		return true
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, " \t　"))
	marked := strings.ContainsRune("■□◆◇●○▲△▪", first)
	roles, names := 0, 0
	for _, t := range tokens(bare) {
		role := outletRole.FindString(t)
		rest := strings.TrimPrefix(t, role)
		if role != "" {
			roles++
		}
		rest = doing.ReplaceAllString(rest, "")
		switch n := utf8.RuneCountInString(rest); {
		case rest == "" || outletOnly.MatchString(rest):
		case looksName(rest), role == "" && roles > 0 && n <= 4 && onlyHan(rest), role != "" && n == 1:
			names++
		case marked && role == "" && n <= 4 && onlyHan(rest):
			names++
		default:
			return false
		}
	}
	return roles > 0 && (names > 0 || strings.HasSuffix(bare, "评论员")) || marked && names > 0
}
