# ---
# jupyter:
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 2 変数からネットワークへ
#
# **このレッスンでできるようになること**
#
# - お椀のために書いた歩き方で、データに直線を合わせられる。
# - 同じ関数でネットワークが学習できる理由と、そのとき損失を何回計算するかを言える。
# - 学習したネットワークが知らないことを挙げられる。
#
# このページはノートブックです。ここにあるコードは、サイトを作るときにすべて実行されています。
#
# ## あなたが書いた 2 つの関数
#
# `numerical_gradient` と `descent_path` は、演習の関数です。ここではコースで用意したものを使いますが、働きは同じです。自分で書いたものに置き換えても、以下はすべて動きます。

# %%
import numpy as np

from docs.figures.look import show
from docs.figures.network import learning, line_and_map, losses
from docs.figures.walking import bowl, descent_path, numerical_gradient

path = descent_path(bowl, np.array([-2.0, 3.0]), lr=0.1, step_num=100)
print("お椀の終点:", path[-1])

# %% [markdown]
# ## 点に合う直線を見つける
#
# [損失関数のレッスン](loss.md)の 5 つの点を使います。直線を決める数は、重み w とバイアス b の 2 つです。これを 1 つの配列 `p` にまとめます。すると損失は `p` の関数になります。2 つの数を入れると 1 つ出てくる。これまでと同じ、地形です。

# %%
x = np.array([0.0, 1.0, 2.0, 3.0, 4.0])
t = np.array([1.2, 1.4, 2.6, 2.4, 3.4])


def line_loss(p):
    w, b = p
    return 0.5 * np.sum((w * x + b - t) ** 2)


print(f"w = 0, b = 0 での損失: {line_loss(np.zeros(2)):.2f}")
slopes = numerical_gradient(line_loss, np.zeros(2))
print("そこでの勾配:", slopes.round(3))

# %% [markdown]
# 2 つの傾きはどちらも負です。つまり、w や b が大きくなる向きに下がっています。歩けば、直線は右上がりになり、上へ動くはずです。学習率はどこまで大きくできるでしょうか。限界は 2/L で、L は最大の曲率です。この地形は斜めのお椀なので、L は[レッスン 6 の図](learning_rate.md)にある短い軸に沿った曲率です。numpy を使えば、2 階微分から求められます。

# %%
ones = np.ones(5)
bending = np.array([[x @ x, x @ ones], [ones @ x, ones @ ones]])
largest = np.linalg.eigvalsh(bending).max()
print(f"L = {largest:.1f} なので、学習率は {2 / largest:.3f} より小さくする")

# %% [markdown]
# 限界より少し小さい 0.05 を選んで、歩きます。

# %%
path = descent_path(line_loss, np.zeros(2), lr=0.05, step_num=100)
for step in (0, 1, 2, 10, 100):
    w, b = path[step]
    height = line_loss(path[step])
    print(f"{step:3} 歩目: w = {w:.3f}, b = {b:.3f}, 損失 = {height:.4f}")

# %%
show(line_and_map(line_loss, path, x, t), "ja")

# %% [markdown]
# 左では直線が回りながら上がり、右では点が歩いています。**この 2 つは同じことです。** しかも右の図には見覚えがありますね。急な向きでは跳ね、緩やかな向きではゆっくり進みます。
#
# <details class="success"><summary>先を読む前に考えよう：学習率を 0.07 にするとどうなるでしょうか。（開くと答え）</summary>
# <p>限界の 0.060 を超えています。急な向きの倍率は 1 − 0.07 · 33.5 = −1.35 なので、1 歩ごとに遠くへ離れ、直線はますます激しく上下に揺れます。</p>
# </details>
#
# ## 曲線には直線では足りない
#
# 今度のデータは波の形です。波に合う直線はありません。そこで、小さなネットワークを使います。3 つのニューロンを並べ、それぞれに重みとバイアスをもたせ、和を tanh で曲げます。最後のニューロンが、3 つの結果を足し合わせます。選ぶ数は 3 + 3 + 3 + 1 = 10 個です。

# %%
x = np.linspace(-3, 3, 25)
t = np.sin(x)


def predict(p, x):
    weights, biases, mix, shift = p[0:3], p[3:6], p[6:9], p[9]
    bent = np.tanh(np.outer(x, weights) + biases)
    return bent @ mix + shift


def network_loss(p):
    return 0.5 * np.sum((predict(p, x) - t) ** 2)


# %% [markdown]
# 10 変数の地形です。絵に描ける人はいません。けれども霧の中の人は、絵など必要としませんでした。乱数で決めた 10 個の数から出発し、さきほどと**同じ関数**を呼び出します。

# %%
start = np.random.default_rng(1).normal(size=10)
path = descent_path(network_loss, start, lr=0.01, step_num=3000)
heights = np.array([network_loss(p) for p in path])
for step in (0, 30, 300, 3000):
    print(f"{step:4} 歩目: 損失 {heights[step]:8.4f}")

# %%
show(learning(predict, path, (0, 30, 300, 3000), x, t), "ja")
show(losses(heights), "ja")

# %% [markdown]
# 自分でも学習させてみましょう。10 個の数と、それが作る曲線と、損失が、いっしょに変わっていきます。
#
# <kobai-network starts="0.3456 0.8216 0.3304 -1.3032 0.9054 0.4464 -0.5370 0.5811 0.3646 0.2941, 0.1891 -0.5227 -0.4131 -2.4415 1.7997 1.1442 -0.3254 0.7738 0.2812 -0.5538, 2.0409 -2.5557 0.4181 -0.5678 -0.4526 -0.2156 -2.0200 -0.2319 -0.8652 3.3230"><span>スクリプトを有効にすると、上と同じ歩みで 10 個の数が学習する様子を、ここで見られます。</span></kobai-network>
#
# 10 個の数が、波になりました。ネットワークに正弦関数を教えた人はいません。教えたのは、どれくらい悪いかだけです。あとは坂を下っただけです。
#
# <details class="success"><summary>先を読む前に考えよう：この歩みで、損失を何回計算したでしょうか。（開くと答え）</summary>
# <p>10 個の変数それぞれに 2 回ずつ、それを 3000 歩なので 6 万回です。10 変数なら 1 秒ほどで終わります。100 万変数なら、1 歩だけで 200 万回です。だから大きなネットワークでは、連鎖律を使って勾配を求めます（誤差逆伝播法）。歩き方は同じです。</p>
# </details>
#
# ## ネットワークが知らないこと
#
# このネットワークが見た波は、−3 から 3 までです。その外側の点について尋ねてみます。

# %%
for far in (1.5, 3.0, 6.0):
    guess = predict(path[-1], np.array([far]))[0]
    print(f"x = {far}: ネットワーク {guess:+.3f}, 正弦 {np.sin(far):+.3f}")

# %% [markdown]
# 内側ではよく合っています。外側では見当もついていません。しかも、そうとは言ってくれません。
#
# ## よくある思い違い
#
# ### 「ネットワークは点を覚えている」
#
# 覚えているのは 10 個の数です。点は、その数がどれくらい悪いかを言うためだけに使われました。
#
# ### 「損失がほぼゼロなら、理解したということだ」
#
# 見せた点の近くを曲線が通っている、というだけです。ほかの場所でどうなるかは、ほかの場所で試すしかありません。
#
# ### 「出発点が違っても同じネットワークになる」
#
# `default_rng(1)` の 1 を 2 に変えてみましょう。3000 歩進んでも、損失は 100 倍以上高いままです。別の谷なのか、長い台地なのか。歩いている本人には分かりません。
#
# ## つながる演習
#
# [演習](gradient_descent.md#the-exercise)で書いた自分の `descent_path` を使って、このページを動かしてみましょう。上のコードだけで動きます。コースのモジュールが必要なのは、図を描くところだけです。
#
# ## 参考文献
#
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by back-propagating errors", *Nature* 323 (1986)。
# - G. Cybenko, "Approximation by superpositions of a sigmoidal function", *Mathematics of Control, Signals, and Systems* 2 (1989)：曲げた和を少し集めるだけで、どんな曲線にも近づける理由。
# - 斎藤康毅『ゼロから作る Deep Learning』第 3 章から第 5 章。
