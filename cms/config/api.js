/** Lists of the stock content API are capped; learners never use it. */
module.exports = { rest: { defaultLimit: 25, maxLimit: 100, withCount: false, strictParams: true } };
