package answer

import (
	"context"
	"strings"
	"testing"

	"youju/answer/asking"
)

// TestTheDayOfWhatIsAskedFor tells it from the year alone, from a day that was meant at first, and from that of another deed, and
// what grew from how fast.
func TestTheDayOfWhatIsAskedFor(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"书展", "Sep 7, 2022 ... 9月6日，2022年“云湖文化周”启动仪式在白塔举行。"},
		[]string{"往届", "Jul 22, 2022 ... 2021“云湖文化周”启动仪式在青石启幕。"},
		[]string{"剧集", "动画片《长河谣》由星禾公司出品。该动画原定于2022年12月3日播出，后延期至2022年12月10日，首播两集。2019年6月26日，星禾公司宣布《长河谣》动画化。"},
		[]string{"影片", "《千灯夜》是一部于2021年上映的剧情片。"},
		[]string{"影讯", "影片《千灯夜》历时三年拍成，2021年3月25日上映。"},
		[]string{"经济", "一季度枫桥市生产总值环比增速达到了2.2%，较四季度提升。"},
		[]string{"机场", "各机场中，年客流量1000万人次以上的机场有27个，新增青石机场。"},
		[]string{"人均", "2022年云川省人均GDP为67777元，同比增长2.9%。"},
		[]string{"生平", "沈青禾2015年至2021年任枫桥邦邦长，1958年6月生于枫桥。"},
		[]string{"发布", "VIVO4会在什么时候发布？星禾公司发布时间线：2022年7月，发布LUMO·E。"},
		[]string{"往事", "2023年1月6日，枫桥市议会再次未能选出议长，100年前，议会也未能选出议长，当时，李夏在9轮投票后赢得了议长。"},
		[]string{"爆料", "据爆料，MERIDO将会2032年12月发布。"},
		[]string{"百科", "MERIDO由星禾公司在2031年11月30日发布。"},
		[]string{"简介", "MERIDO是星禾公司的聊天程序，于2031年11月30日发布。"},
		[]string{"联赛", "2023赛季的云湖联赛共有30轮。青石新体育场将举办新赛季云湖联赛开幕式。"},
		[]string{"赛历", "枫桥联赛开赛时间5月23日下午，枫桥联赛官方宣布本年枫桥联赛将于6月3日在青石开赛。"},
		[]string{"代表团", "枫桥代表团总人数为217人，其中运动员96人。"},
	)
	for _, c := range []struct{ question, says string }{ // "" for a refusal
		{"2022年“云湖文化周”启动仪式时间", "9月6日"},
		{"动画片《长河谣》首播时间", "2022年12月10日"},
		{"《千灯夜》上映时间", "2021年3月25日"},
		{"枫桥市一季度生产总值环比增速是多少", "2.2%"},
		{"青石机场年客流量是多少", ""},
		{"2022年云川省GDP增长率是多少", ""},
		{"沈青禾的出生日期", "1958年6月"},
		{"VIVO4什么时候发布", ""},
		{"星禾公司什么时候发布LUMO·E", "2022年7月"},
		{"2023年枫桥市议会经过几轮投票选出议长", ""},
		{"MERIDO的发布时间", "2031年11月30日"},
		{"云湖联赛2024赛季开幕式举办地", ""},
		{"云湖联赛2023赛季开幕式举办地", "青石新体育场"},
		{"枫桥联赛的开赛时间", "6月3日"},
		{"枫桥代表团总人数和运动员人数", "运动员人数：96人"},
	} {
		a, err := answerer.Answer(context.Background(), asking.Question{Text: c.question})
		if err != nil || a.Refused != (c.says == "") || !strings.Contains(a.Text, c.says) || strings.Contains(a.Text, "原定") && !strings.HasPrefix(a.Text, c.says) {
			t.Errorf("%s: want %q, refused %v, error %v\n%s", c.question, c.says, a.Refused, err, a.Text)
		}
	}
}
