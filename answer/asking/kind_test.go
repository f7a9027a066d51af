package asking

import "testing"

func TestWhatIsAskedByWordsThatHoldAnother(t *testing.T) {
	for question, want := range map[string]Kind{
		"降雨量的历史极值是多少": Quantity, "屏幕刷新率是多少": Quantity, "汇率是多少": Quantity, "就业率是多少": Share, "第几分钟进球": Rank, "气温下降多少": Change, "升学人数是多少": Quantity,
		"几时几分升级": Date, "何时刻升级": Date, "比上一代强了百分之几": Change, "占了百分之几": Share, "大涨后报收多少点": Quantity, "收盘涨了多少点": Change, "营收在去年增长多少": Change, "税收在全市占多少": Share,
		"失业率维持在什么水平": Share, "油价稳定在什么区间": Quantity, "它处于什么位置": Text, "他的水平怎么样": Text, "缩短为多少天": Duration, "经济增长率下调到多少": Share, "一周里哪几天飞": Text, "航线周几飞": Text, "航线每周几班": Quantity, "公司上周几人请假": Quantity, "资源税税率提高到多少": Quantity, "技术达到什么水平": Text, "库存处于什么水平": Text, "油价处于什么区间": Quantity, "旱情达到什么程度": Text, "哪几天停电": Date,
		"展馆哪天才开": Date, "几天才能修好": Duration, "降价后还能领多少补贴": Quantity, "降价多少": Change, "降息后房贷利率是多少": Share, "他这几年在哪国工作": Place, "这几年涨了多少": Change,
		"平均等待时间是多少": Duration, "充电时间要多久": Duration, "开会时间是多少号": Date, "动车几个钟头能到": Duration, "涨停的股票有多少只": Quantity, "停产到底怎么回事": Reason, "事故起因是什么": Reason, "怎么办理护照": Text, "从几号口出站": Rank, "基金经理是哪个": Person, "维修打哪个电话": Quantity, "他住在梅溪路几号": Rank, "步行街几号开业": Date, "本月里几号放假": Date, "9月2日清晨台风以每小时多快的速度移动？": Quantity,
		"青禾国的首都为何?": Text, "停工的原因为何": Reason, "登此事的画报名为什么": Text, "他出名为什么": Reason, "电台在每周的什么时间段广播": Text,
		"民国几年改名": Year, "书院于道光几年落成": Year,
		"表决时的赞成票数": Quantity, "青石地震的震级": Text, "赞成票数由谁统计": Person,
		"哪个官员说会推迟": Person, "官员说哪个方案好": Text, "带头种瓜的村党支部书记全名是什么": Person, "这个项目的全名是什么": Text, "几天内就能谈成，贷款有多大规模": Quantity, "几天内能修好": Duration, "接力队以什么成绩夺金": Quantity, "他以什么成绩毕业": Text,
		"“净增动能计划”预计投资多少美元": Quantity, "“每周涨幅”是多少": Change, "“降本”后涨了多少": Change,
		"发生山火的地点": Place, "会谈地点有几个": Quantity,
		"通常称当时的三类人为什么": Text, "这座山被称为什么?": Text, "人们为什么称他为船王": Reason, "他的绝技被评为第一是为什么": Reason,
	} {
		if got := Read(Question{Text: question}).Asks; got != want {
			t.Errorf("%s asks %v, want %v", question, got, want)
		}
	}
}
