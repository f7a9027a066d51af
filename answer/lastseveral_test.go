package answer

import (
	"context"
	"testing"

	"youju/answer/asking"
)

// TestLastSeveral sets the figures of three questions and more against each other, and those of contraries.
func TestLastSeveral(t *testing.T) {
	answerer := withoutReader(t,
		[]string{"白河县重点项目", "云岭封装项目总投资7.62亿元，4月竣工。富祥机床项目总投资2亿元，5月投产。杉杉材料项目总投资5亿元，6月投产。全县计划开工项目173个，实际开工188个。"},
		[]string{"白河县居民收入", "2022年，白河县城镇居民人均可支配收入34930元，农村居民人均纯收入13255元。"},
		[]string{"福山区降水", "据气象台，芝罘区降水量18.3毫米，福山区降水量31.5毫米。"},
	)
	for _, questions := range [][][2]string{
		{{"云岭封装项目投资多少", "7.62亿元"}, {"富祥呢", "2亿元"}, {"杉杉呢", "5亿元"}, {"三个一共多少", "14.62亿元：7.62亿元| + 2亿元| + 5亿元"}, {"哪个最多", "云岭封装项目投资。"}, {"差多少", "3亿元：5亿元| − 2亿元"}},
		{{"2022年白河县城镇居民人均收入多少", "34930元"}, {"农村呢", "13255元"}, {"差多少", "21675元"}},
		{{"白河县计划开工多少个项目", "173个"}, {"实际呢", "188个"}, {"差多少", "15个：188个| − 173个"}},
		{{"芝罘区降水多少", "18.3毫米"}, {"那福山区呢", "31.5毫米"}},
	} {
		var history []asking.Turn
		for _, q := range questions {
			a, err := answerer.Answer(context.Background(), asking.Question{Text: q[0], History: history})
			if missing := saysAll(a.Text, q[1]); err != nil || missing != "" || a.Refused {
				t.Errorf("%s: %q does not say %s, error %v", q[0], a.Text, missing, err)
			}
			history = append(history, asking.Turn{Question: q[0], Answer: a.Text})
		}
	}
}
