// begin, 1, {key: "begin", value: 1}
// end, [2, 3], {key: "end", value: [2, 3]}
// weekly
