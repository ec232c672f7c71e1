# Reference cases of the families verify/evidence.mjs knows, on made-up numbers, computed by R and not by this package:
#   Rscript packages/evidence/verify/r-cases.R packages/evidence/verify/r-cases.json
# Debian 12: r-base-core r-cran-psych r-cran-vcd r-cran-metafor r-cran-effectsize r-cran-jsonlite
suppressMessages({library(psych);library(vcd);library(metafor);library(effectsize);library(jsonlite)})
set.seed(20261124)
cases <- list()
add <- function(id, relTol, input, expect, by="R 4.2.2: psych 2.2.9, vcd 1.4-11, metafor 3.8-1, effectsize 0.8.3, or the definition written out") cases[[length(cases)+1]] <<- list(id=unbox(id),set=unbox("own"),relTol=unbox(relTol),computedBy=unbox(by),input=input,expect=expect)
S <- unbox
# ---------- single case
sces <- function(A,B,imp){
  A0<-A
  B0<-B
  if(imp=="decrease"){A<- -A
    B<- -B}
  m<-length(A)
  n<-length(B)
  Q<-sapply(B,function(j)(j>A)+.5*(j==A))
  NAP<-mean(Q)
  Nst<-min(1-1/(2*m*n),max(1/(2*m*n),NAP))
  q<-Q-NAP
  Q1<-sum(rowSums(q)^2)/(m*n^2)
  Q2<-sum(colSums(q)^2)/(m^2*n)
  X<-sum(q^2)/(m*n)
  Vu<-(Nst*(1-Nst)+n*Q1+m*Q2-2*X)/((m-1)*(n-1))
  Vh<-(Nst*(1-Nst)+(n-1)*Q1+(m-1)*Q2)/(m*n)
  Vn<-(m+n+1)/(12*m*n)
  h<-(m+n)/2-1
  z<-qnorm(.975)
  f<-function(x) m*n*(NAP-x)^2*(2-x)*(1+x)-z^2*x*(1-x)*(2+h+(1+2*h)*x*(1-x))
  lo<-if(NAP>0)uniroot(f,c(0,NAP))$root else 0
  hi<-if(NAP<1)uniroot(f,c(NAP,1))$root else 1
  S1<-sapply(B,function(j)(j>A)-(j<A))
  SA<-sapply(A,function(j)(j>A)-(j<A))
  TU<-(sum(S1)-sum(SA[upper.tri(SA)]))/(m*n)
  X1<-c(-Inf,sort(A))
  Y<-c(sort(B),Inf)
  ij<-expand.grid(i=1:(m+1),j=1:(n+1))
  no<-X1[ij$i]<Y[ij$j]
  PAND<-max((ij$i+n-ij$j)*no)/(m+n)
  IRD<-((m+n)^2*PAND-m^2-n^2)/(2*m*n)
  med<-median(A)
  M<-c(mean(A0),mean(B0))
  V<-c(var(A0),var(B0))
  nn<-c(m,n)
  l<-diff(log(M)+V/(2*nn*M^2))
  if(imp=="decrease") l<- -l
  ls<-sqrt(sum(V/(nn*M^2)))
  df<-m-1
  J<-1-3/(4*df-1)
  d<-J*diff(M)/sqrt(V[1])
  if(imp=="decrease")d<- -d
  sd<-J*sqrt(1/m+V[2]/(n*V[1])+d^2/(2*df))
  fin<-function(x) if(is.nan(x)) NULL else if(is.infinite(x)) S(if(x>0)"Inf" else "-Inf") else S(x)
  L<-function(...) { a<-list(...)
    lapply(a,fin)}
  list(PND=L(Est=mean(B>max(A))),PEM=L(Est=mean((B>med)+.5*(B==med))),PAND=L(Est=PAND),IRD=L(Est=IRD),
  NAP=L(Est=NAP,SE=sqrt(max(0,Vu)),CI_lower=lo,CI_upper=hi),NAPhanley=L(Est=NAP,SE=sqrt(max(0,Vh))),NAPnull=L(Est=NAP,SE=sqrt(Vn)),
  Tau=L(Est=2*NAP-1,SE=2*sqrt(max(0,Vu)),CI_lower=2*lo-1,CI_upper=2*hi-1),TauU=L(Est=TU),
  SMDbaseline=L(Est=d,SE=sd,CI_lower=d-z*sd,CI_upper=d+z*sd,baseline_SD=sqrt(V[1])),
  LRRi=L(Est=l,SE=ls,CI_lower=l-z*ls,CI_upper=l+z*ls))
}
for(i in 1:20){ m<-sample(3:9,1)
  n<-sample(3:12,1)
  A<-rpois(m,sample(c(4,9,20),1))+1
  B<-rpois(n,sample(c(4,9,25),1))+1
  if(i%%10==0)A<-rep(A[1],m)
  if(i%%13==0)B<-rep(B[1],n)
  imp<-sample(c("increase","decrease"),1)
  if (i%%20==0) imp<-"increase"
  if(i<=40||var(A)>0) add(paste0("singlecase.r",i),1e-9,list(A=A,B=B,improvement=S(imp)),sces(A,B,imp)) }
# ---------- agreement
fleissk<-function(r){ lev<-sort(unique(c(r)))
  ns<-nrow(r)
  nr<-ncol(r)
  tt<-t(apply(r,1,function(x)table(factor(x,lev))))
  P<-sum((rowSums(tt^2)-nr)/(nr*(nr-1)))/ns
  pj<-colSums(tt)/(ns*nr)
  Pe<-sum(pj^2)
  k<-(P-Pe)/(1-Pe)
  rt<-sapply(1:nr,function(j)table(factor(r[,j],lev))/ns)
  Pex<-Pe-sum(apply(rt,1,var)*(nr-1)/nr)/(nr-1)
  kx<-(P-Pex)/(1-Pex)
  qj<-1-pj
  v<-(2/(sum(pj*qj)^2*(ns*nr*(nr-1))))*(sum(pj*qj)^2-sum(pj*qj*(qj-pj)))
  z<-k/sqrt(v)
  per<-sapply(seq_along(lev),function(j){1-sum(tt[,j]*(nr-tt[,j]))/(ns*nr*(nr-1)*pj[j]*qj[j])})
  list(k=k,kx=kx,z=z,per=round(per,3)) }
pk<-function(a,b,w,lev){   t<-table(factor(a,lev),factor(b,lev))
  n<-sum(t)
  c<-length(lev)
  W<-outer(1:c,1:c,function(i,j) if(w=="n") (i==j)*1 else if(w=="l") 1-abs(i-j)/(c-1) else 1-((i-j)/(c-1))^2)
  po<-sum(t*W)/n
  pe<-sum(outer(rowSums(t),colSums(t))*W)/n^2
  (po-pe)/(1-pe)}
pairs<-function(r,w) combn(ncol(r),2,function(ix)pk(r[,ix[1]],r[,ix[2]],w,sort(unique(c(r)))))
kend<-function(r,correct){ rk<-apply(r,2,rank)
  ns<-nrow(r)
  nr<-ncol(r)
  s<-12*var(rowSums(rk))*(ns-1)
  if(correct){Tj<-sum(apply(r,2,function(x){t<-table(x);sum(t^3-t)}))
    s/(nr^2*(ns^3-ns)-nr*Tj)} else s/(nr^2*(ns^3-ns)) }
rub<-function(r) { f<-fleissk(r)
  ic<-ICC(r,lmer=FALSE)$results
  list(percentAgreeAll=S(100*mean(apply(r,1,function(x)length(unique(x))==1))),percentAgreeTol1=S(100*mean(apply(r,1,function(x)diff(range(x))<=1))),fleiss=S(f$k),conger=S(f$kx),lightKappa=S(mean(pairs(r,"n"))),kendallW=S(kend(r,TRUE)),pairKappa=pairs(r,"n"),pairQuadKappa=pairs(r,"q"),pairLinKappa=pairs(r,"l"),iccType=ic$type,icc=ic$ICC,raterMean=unname(colMeans(r)))}
rnd<-function(n,k,l,s=1) {t<-rnorm(n)
  matrix(pmin(l,pmax(1,round(l/2+.5+t+matrix(rnorm(n*k,sd=s),n,k)))),n,k)}
for(i in 1:12){r<-rnd(sample(6:40,1),sample(3:5,1),sample(3:6,1))
  add(paste0("rubric.r",i),1e-9,list(ratings=r),rub(r))}
for(i in 1:10){r<-rnd(sample(8:40,1),sample(3:6,1),5)
  f<-fleissk(r)
  add(paste0("fleiss.r",i),1e-9,list(ratings=r),list(fleiss=S(f$k),z=S(f$z),perCategory=f$per,congerExact=S(f$kx),light=S(mean(pairs(r,"n"))),percentAgreeAll=S(100*mean(apply(r,1,function(x)length(unique(x))==1)))))}
kripp<-function(r,m){ lev<-sort(unique(na.omit(c(r))))
  o<-matrix(0,length(lev),length(lev))
  for(u in 1:nrow(r)){v<-na.omit(r[u,])
    mu<-length(v)
    if(mu<2)next
    for(a in 1:mu)for(b in 1:mu)if(a!=b){i<-match(v[a],lev)
      j<-match(v[b],lev)
      o[i,j]<-o[i,j]+1/(mu-1)}}
  nc<-rowSums(o)
  n<-sum(nc)
  d<-outer(seq_along(lev),seq_along(lev),Vectorize(function(i,j) if(m=="nominal")(i!=j)*1 else if(m=="interval")(lev[i]-lev[j])^2 else if(m=="ratio"){if(lev[i]+lev[j]==0)0 else((lev[i]-lev[j])/(lev[i]+lev[j]))^2} else {a<-min(i,j);b<-max(i,j);(sum(nc[a:b])-(nc[i]+nc[j])/2)^2*(i!=j)}))
  1-(n-1)*sum(o*d)/sum(outer(nc,nc)*d)}
for(i in 1:10){r<-rnd(sample(5:30,1),sample(2:5,1),sample(3:6,1))
  if(i>3)r[sample(length(r),length(r)%/%5)]<-NA
  add(paste0("kripp.r",i),1e-9,list(ratingsByUnit=r),lapply(list(nominal="nominal",ordinal="ordinal",interval="interval",ratio="ratio"),function(m)S(kripp(r,m))))}
gwet<-function(r,w){lev<-sort(unique(na.omit(c(r))))
  q<-length(lev)
  W<-if(w)outer(lev,lev,function(a,b)1-((a-b)/(max(lev)-min(lev)))^2) else diag(q)
  N<-t(apply(r,1,function(x)table(factor(x,lev))))
  ri<-rowSums(N)
  ok<-ri>=2
  Ns<-N%*%W
  pa<-mean(rowSums(N[ok,,drop=F]*(Ns[ok,,drop=F]-1))/(ri[ok]*(ri[ok]-1)))
  pi<-colMeans(N[ri>0,]/ri[ri>0])
  pe<-sum(W)/(q*(q-1))*sum(pi*(1-pi))
  (pa-pe)/(1-pe)}
for(i in 1:10){r<-rnd(sample(8:40,1),sample(2:5,1),4)
  if(i>4)r[sample(length(r),length(r)%/%6)]<-NA
  add(paste0("gwet.r",i),1e-9,list(ratingsByUnit=r),list(ac1=S(gwet(r,F)),ac2quadratic=S(gwet(r,T))))}
kt<-function(t){ k0<-Kappa(t,weights="Equal-Spacing")
  kq<-Kappa(t,weights="Fleiss-Cohen")
  ck<-cohen.kappa(t)
  list(n=S(sum(t)),po=S(sum(diag(t))/sum(t)),kappa=S(k0$Unweighted[[1]]),kappaAse=S(k0$Unweighted[[2]]),linearWeighted=S(k0$Weighted[[1]]),linearAse=S(k0$Weighted[[2]]),quadWeighted=S(kq$Weighted[[1]]),quadAse=S(kq$Weighted[[2]]),psychKappa=S(ck$kappa),psychQuad=S(ck$weighted.kappa),adjacent=S(sum(t[abs(row(t)-col(t))<=1])/sum(t)))}
for(i in 1:12){c<-sample(2:6,1)
  t<-matrix(rpois(c*c,3),c,c)+diag(rpois(c,8)+1,c)
  add(paste0("kappa.r",i),1e-9,list(table=t),kt(t))}
for(i in 1:10){r<-rnd(sample(4:30,1),sample(2:6,1),7)+rnorm(1)
  ic<-ICC(r,lmer=FALSE)$results
  add(paste0("icc.shrout.r",i),1e-9,list(ratings=r),list(type=ic$type,icc=ic$ICC,F=ic$F,df1=ic$df1,df2=ic$df2,lo=ic$`lower bound`,hi=ic$`upper bound`))}
# ---------- xmr
xmr<-function(s){mr<-abs(diff(s))
  ce<-mean(s)
  mb<-mean(mr)
  u<-ce+2.66*mb
  lo<-ce-2.66*mb
  md<-median(s)
  k<-s[s!=md]
  sg<-k>md
  rl<-rle(sg)
  n<-length(k)
  list(all=list(n=S(length(s)),centre=S(ce),mrBar=S(mb),unpl=S(u),lnpl=S(lo),url=S(3.267*mb),unplExact=S(ce+3/(2/sqrt(pi))*mb),medianMr=S(median(mr)),unplMedianMr=S(ce+3.145*median(mr)),above=which(s>u),below=which(s<lo),median=S(md)),
  run=list(useful=S(n),runs=S(length(rl$lengths)),longest=S(max(rl$lengths)),crossings=S(length(rl$lengths)-1),anhoejLongestLimit=S(round(log2(n))+3),anhoejCrossLimit=S(qbinom(.05,n-1,.5))))}
for(i in 1:10){s<-round(rnorm(sample(8:60,1),50,9))+ (i%%4==0)*(1:8>4)*10
  add(paste0("xmr.r",i),1e-10,list(series=s),xmr(s))}
# ---------- groups
md<-function(x,y,full=TRUE){cd<-cohens_d(x,y)
  hg<-hedges_g(x,y)
  e<-escalc("SMD",m1i=mean(x),m2i=mean(y),sd1i=sd(x),sd2i=sd(y),n1i=length(x),n2i=length(y))
  w<-t.test(x,y)
  df<-length(x)+length(y)-2
  J<-exp(lgamma(df/2)-log(sqrt(df/2))-lgamma((df-1)/2))
  d<-cd$Cohens_d
  o<-list(cohenD=S(d),hedgesGexactJ=S(d*J),gCiNoncentral=c(hg$CI_low,hg$CI_high),metaforG=S(as.numeric(e$yi)),metaforVar=S(as.numeric(e$vi)),welchT=S(unname(w$statistic)),welchDf=S(unname(w$parameter)),welchP=S(w$p.value),diffCi=as.numeric(w$conf.int))
  if(full) c(list(n1=S(length(x)),n2=S(length(y)),m1=S(mean(x)),m2=S(mean(y)),sd1=S(sd(x)),sd2=S(sd(y)),glassDelta=S((mean(x)-mean(y))/sd(y))),o) else c(o,list(hedgesGapproxJ=S(d*(1-3/(4*df-1))),effectsizeG=S(hg$Hedges_g)))}
for(i in 2:16){x<-round(rnorm(sample(3:20,1),12,3))
  y<-round(rnorm(sample(3:20,1),10,sample(c(1,4),1)))
  if(var(x)==0||var(y)==0)next
  add(paste0("hedges.small.",i),1e-9,list(x=x,y=y),md(x,y,FALSE))}
gx<-c()
gn<-c()
for(n in c(1,3,7,13,24,40,77,250,5000))for(x in unique(round(n*c(0,.05,.2,.5,.77,1)))){gx<-c(gx,x)
  gn<-c(gn,n)}
pt<-function(x,n,cc,l=.95)suppressWarnings(prop.test(x,n,conf.level=l,correct=cc)$conf.int)
ce<-function(x,n)binom.test(x,n)$conf.int
W<-mapply(pt,gx,gn,FALSE)
WC<-mapply(pt,gx,gn,TRUE)
W9<-mapply(pt,gx,gn,FALSE,.9)
CP<-mapply(ce,gx,gn)
add("ci.proportion.grid2",1e-9,list(x=gx,n=gn),list(wilsonLo=W[1,],wilsonHi=W[2,],wilsonCcLo=WC[1,],wilsonCcHi=WC[2,],exactLo=CP[1,],exactHi=CP[2,],wilson90Lo=W9[1,],wilson90Hi=W9[2,]))
# ---------- growth
gn1<-function(pre,post,rel){g<-post-pre
  tt<-t.test(post,pre,paired=TRUE)
  sem<-sd(pre)*sqrt(1-rel)
  sd2<-sqrt(2)*sem
  r<-cor(pre,post)
  rx<-rel
  sx<-sd(pre)
  sy<-sd(post)
  list(meanGain=S(mean(g)),sdGain=S(sd(g)),r=S(r),t=S(unname(tt$statistic)),p=S(tt$p.value),ci=as.numeric(tt$conf.int),dz=S(mean(g)/sd(g)),glassPre=S(mean(g)/sd(pre)),dav=S(mean(g)/sqrt((sx^2+sy^2)/2)),sem=S(sem),sdiff=S(sd2),rci=g/sd2,nReliableGain=S(sum(g/sd2>1.96)),gainReliability=S((sx^2*rx+sy^2*rx-2*r*sx*sy)/(sx^2+sy^2-2*r*sx*sy)))}
for(i in 1:10){pre<-round(rnorm(sample(4:40,1),200,12))
  post<-pre+round(rnorm(length(pre),5,9))
  add(paste0("gain.r",i),1e-9,list(pre=pre,post=post,reliability=S(.88)),gn1(pre,post,.88))}
# ---------- distributions
g<-expand.grid(t=c(0,1e-8,.001,.5,1,1.96,3,5,10,40,100,1e4),df=c(1,1.5,2,3,5,9.3,14,30,120,999,1e6))
g<-rbind(g,transform(g,t=-t))
add("dist.pt.upper",1e-10,list(t=g$t,df=g$df),list(p=pt<-stats::pt(g$t,g$df,lower.tail=FALSE)))
z<-c(seq(-38,38,.7),-1e-10,1e-10,5,-5)
add("dist.pnorm",1e-12,list(z=z),list(p=pnorm(z),upper=pnorm(z,lower.tail=FALSE)))
g<-expand.grid(f=c(1e-6,.01,.3,1,2.5,4,10,50,1000),d1=c(1,2,3,7,20,159,7000),d2=c(1,2,5,18,100,1000,7025))
add("dist.pf.upper",1e-10,list(f=g$f,d1=g$d1,d2=g$d2),list(p=pf(g$f,g$d1,g$d2,lower.tail=FALSE)))
g<-expand.grid(x=c(1e-8,.01,.5,1,3.84,10,50,200,700,1200),k=c(1,2,3,4.5,10,50,200,1000))
add("dist.pchisq.upper",1e-10,list(x=g$x,k=g$k),list(p=pchisq(g$x,g$k,lower.tail=FALSE)))
g<-expand.grid(p=c(1e-12,1e-6,.001,.025,.3,.5,.7,.975,.9999,1-1e-10),df=c(1,1.2,2,2.5,4,9,40,1e3,1e7))
add("dist.qt2",1e-10,list(p=g$p,df=g$df),list(q=qt(g$p,g$df)))
p<-c(1e-308,1e-200,1e-50,1e-17,1e-8,.01,.4999999,.5000001,.99,1-1e-12)
add("dist.qnorm2",1e-12,list(p=p),list(q=qnorm(p)))
write(toJSON(list(cases=cases),digits=I(15),null="null",na="null"),commandArgs(TRUE)[1])
message(length(cases)," cases")
