package asking

import (
	"testing"

	"youju/answer/answertest"
)

func TestTheSameOfTwo(t *testing.T) {
	snapshot := answertest.Park(t, answertest.Embedder{}).Snapshot()
	for question, want := range map[string]string{
		"2021年上海和北京的人口":       "上海|北京",
		"女子双人跳台和男子双人跳台冠军分别是谁": "女子双人跳台|男子双人跳台",
		"运动会的第一棒和最后一棒火炬手是谁":   "第一棒|最后一棒",
		"多少个国家和地区参加了亚运会和冬奥会":  "亚运会|冬奥会",
		"澳大利亚和新西兰运动员有多少":      "澳大利亚|新西兰",
		"河谷大桥和云岭隧道什么时候通车":     "河谷大桥|云岭隧道",
		"广州经开区和昆山高新区的产值分别是多少": "广州经开区|昆山高新区",
		"2020年廣州經開區和昆山高新區的產值": "廣州經開區|昆山高新區",
		"昆山与广州分别引进了多少项目":      "昆山|广州",
		"青禾高新区和白塔经开区分别排第几":    "青禾高新区|白塔经开区",
		"多少人参加了苏州冬奥会和西安亚运会":   "苏州冬奥会|西安亚运会",
		"青禾书展的开幕时间和举办地点":      "开幕时间|举办地点",
		"电影《长河谣》的原片名和上映时间":    "原片名|上映时间",
		"协议签署的时间和地点是什么":       "时间|地点",
		"第一代和第二代星禾手机的芯片分别是什么": "第一代|第二代",
		"广州经开区和黄埔区的产值是多少":     "广州经开区|黄埔区",
		"云湖羽毛球赛男单和混双冠军分别是谁":   "男单|混双",
		"云湖运动会有多少个国家和地区参加":    "",
		"上海和北京之间的距离是多少":       "",
		"上海和北京一共有多少人":         "",
		"上海和北京哪个人多":           "",
		"上海和北京的活动共献血多少毫升":     "",
		"中华人民共和国成立于哪一年":       "",
		"和平路在哪里":              "",
		"上海有多少人，和去年相比怎么样":     "",
		"": "",
	} {
		got := ""
		if c, ok := SameOfTwo(snapshot, question, func(phrase string) bool {
			return phrase == "亚运会" || phrase == "河谷大桥" || phrase == "西安亚运会"
		}); ok {
			q := []rune(question)
			got = string(q[c.First.Start:c.First.End]) + "|" + string(q[c.Other.Start:c.Other.End])
		}
		if got != want {
			t.Errorf("%s asks of %q, not %q", question, got, want)
		}
	}
}
